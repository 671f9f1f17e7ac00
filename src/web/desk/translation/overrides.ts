import { paths } from '../../../addresses/paths.ts'
import { factOf, findIn, overrideMiss, translated } from '../../../domain/translation/index.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { text } from '../../http/shapes.ts'
import { submitAnew } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import { EDITION } from '../writing/named.ts'
import { type Given, shown } from './desk.ts'

/** Says of one fact in one paragraph that it is right all the same, and why. */
export const create = taking(
  { params: EDITION, form: { wording: text, fact: text, reason: text } },
  async (ask, { edition: id, wording, fact, reason }, { examine }: Given) => {
    const by = await ask.person()
    const edition = await ask.store.read((db) => translated(db, id))
    const own = edition.paragraphs.filter((one) => one.wording === wording)
    const { misses } = await findIn(ask.store, examine, edition, own)
    const miss = misses.get(wording)?.find((one) => factOf(one) === fact)
    if (!miss) throw new Trouble('conflict', 'translation.changed')
    const location = paths.deskTranslation(id, await ask.language(), 'overridden')
    return submitAnew(ask, by, [wording, fact, reason], async (tx) => {
      await overrideMiss(tx, { id, wording, miss, reason, by, at: ask.at })
      return { location }
    })
  },
  (ask, { edition, wording, fact, reason }, given: Given, wrong) =>
    shown(ask, given, edition, { wrong, reason: { wording, fact, words: reason } }),
)
