import { mustMay } from '../../../domain/people/index.ts'
import { findIn, translated, translateEditions } from '../../../domain/translation/index.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { page } from '../../http/answers.ts'
import { text } from '../../http/shapes.ts'
import { taking } from '../../http/taking.ts'
import { EDITION } from '../writing/named.ts'
import type { Given } from './desk.ts'
import { factsHtml } from './misses.ts'

/** What the gate finds in a paragraph while it is typed, without a page around it; nothing is kept. */
export const create = taking(
  { params: EDITION, form: { wording: text, words: text } },
  async (ask, { edition: id, wording, words }, { examine }: Given) => {
    const [say, by] = [await ask.say(), await ask.person()]
    const found = await ask.store.read((db) => translated(db, id))
    const { edition, original, paragraphs } = found
    mustMay(translateEditions, by, { section: null, languages: [edition.language] })
    const one = paragraphs.find((paragraph) => paragraph.wording === wording)
    if (!original || !one) throw new Trouble('conflict', 'translation.changed')
    const typed = { ...one, words: words.trim() }
    const { misses } = await findIn(ask.store, examine, found, [typed])
    return page(factsHtml(typed.words === '' ? [] : (misses.get(wording) ?? []), say))
  },
)
