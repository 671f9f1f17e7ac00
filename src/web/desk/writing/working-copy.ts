import { paths } from '../../../addresses/paths.ts'
import { editionWordsFrom, keepTyped, letGo } from '../../../domain/articles/index.ts'
import { peopleById } from '../../../domain/people/index.ts'
import { json } from '../../http/answers.ts'
import { flag } from '../../http/shapes.ts'
import { taking } from '../../http/taking.ts'
import { EDITION, WRITTEN } from './named.ts'

/** What the script of the desk is told of what it has sent. */
export interface KeptTyped {
  isKept: boolean
  at: number
  /** Who writes here, and where one's own words stand meanwhile; null where they are kept. */
  taken: { by: string | null; at: string } | null
}

/** Keeps what is being typed, some seconds after each change; with `end` the edition is let go of. */
export const create = taking(
  { params: EDITION, form: { ...WRITTEN, end: flag } },
  async (ask, { edition: id, base, end, ...typed }) => {
    const by = await ask.person()
    const words = editionWordsFrom(typed)
    const { value: kept } = await ask.store.write(async (tx) => {
      const kept = await keepTyped(tx, { id, base, words, by, at: ask.at })
      if (end && kept.isKept) await letGo(tx, { id, by })
      return kept
    })
    if (kept.isKept) return json({ isKept: true, at: ask.at, taken: null } satisfies KeptTyped)
    const [holder] = kept.holderId === null ? [] : await peopleById(ask.store, [kept.holderId])
    const at = paths.deskRevision(id, kept.number, await ask.language())
    return json({ isKept: false, at: ask.at, taken: { by: holder?.name ?? null, at } } satisfies KeptTyped)
  },
)
