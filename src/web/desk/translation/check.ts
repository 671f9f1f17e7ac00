import { mustMay } from '../../../domain/people/index.ts'
import { comparedBy, translated, translateEditions } from '../../../domain/translation/index.ts'
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
  async (ask, { edition: id, wording, words }, { compareFacts }: Given) => {
    const [say, by] = [await ask.say(), await ask.person()]
    const { edition, original, paragraphs } = await ask.store.read((db) => translated(db, id))
    mustMay(translateEditions, by, { section: null, languages: [edition.language] })
    const one = paragraphs.find((paragraph) => paragraph.wording === wording)
    if (!original || !one) throw new Trouble('conflict', 'translation.changed')
    const typed = { ...one, words: words.trim() }
    const found = await comparedBy(compareFacts, { from: original.language, to: edition.language }, [typed])
    return page(factsHtml(typed.words === '' ? [] : (found.get(wording) ?? []), say))
  },
)
