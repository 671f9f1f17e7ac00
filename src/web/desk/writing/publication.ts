import { paths } from '../../../addresses/paths.ts'
import { editionWordsFrom, publishEdition } from '../../../domain/articles/index.ts'
import { editionChanged } from '../../../domain/discussion/index.ts'
import { taking } from '../../http/taking.ts'
import type { Given } from '../translation/desk.ts'
import { gateFor } from '../translation/gate.ts'
import { again, savedThen } from './edition.ts'
import { ABOUT, EDITION, WRITTEN } from './named.ts'

/** Keeps what was written, and shows it to everybody. */
export const create = taking(
  { params: EDITION, form: WRITTEN, about: ABOUT },
  async (ask, written, given: Given) => {
    const { edition: id, base: _, ...typed } = written
    const mayAppear = await gateFor(ask, given, id, editionWordsFrom(typed))
    const [by, language] = [await ask.person(), await ask.language()]
    return savedThen(ask, written, async (tx) => {
      await publishEdition(tx, { id, by, at: ask.at }, editionChanged, mayAppear)
      return paths.deskEdition(id, language, 'published')
    })
  },
  again,
)
