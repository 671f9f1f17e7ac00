import { paths } from '../../../addresses/paths.ts'
import type { EditionId } from '../../../domain/articles/index.ts'
import { mustMay } from '../../../domain/people/index.ts'
import {
  askQuestion,
  originalHash,
  proposalsFor,
  questionsOf,
  translated,
  translateEditions,
} from '../../../domain/translation/index.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { text } from '../../http/shapes.ts'
import { keyAgain, submitOnce } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { EDITION } from '../writing/named.ts'
import { paragraphNames } from './pair.ts'
import { paragraphPage } from './paragraph-page.ts'

/** One paragraph, by what it and its original say. */
const PARAGRAPH = { ...EDITION, wording: text }

/** What was translated before of like words, and what was asked about them. */
export const show = taking({ params: PARAGRAPH }, (ask, { edition, wording }) => shown(ask, edition, wording))

/** Asks the author about the paragraph. */
export const askAuthor = taking(
  { params: PARAGRAPH, form: { question: text } },
  async (ask, { edition: id, wording, question }) => {
    const by = await ask.person()
    const location = paths.deskTranslation(id, await ask.language(), 'asked')
    return submitOnce(ask, by, [question], async (tx) => {
      await askQuestion(tx, { id, wording, question, by, at: ask.at })
      return { location }
    })
  },
  (ask, { edition, wording, question }, _, wrong) => shown(ask, edition, wording, { wrong, question }),
)

async function shown(ask: Ask, id: EditionId, wording: string, since: { wrong?: Wrong; question?: string } = {}) {
  const [frame, say, by] = [await ask.frame(), await ask.say(), await ask.person()]
  const found = await ask.store.read(async (db) => {
    const { edition, original, paragraphs } = await translated(db, id)
    mustMay(translateEditions, by, { section: null, languages: [edition.language] })
    const index = paragraphs.findIndex((one) => one.wording === wording)
    const one = paragraphs[index]
    if (!original || !one) throw new Trouble('gone', 'translation.changed')
    const text = one.now || one.original
    const proposals = await proposalsFor(db, text, { from: original.language, to: edition.language })
    const questions = (await questionsOf(db, id)).filter((asked) => asked.originalHash === originalHash(text))
    return { edition, original, one, label: paragraphNames(paragraphs, say)[index]!, proposals, questions }
  })
  const { wrong, question = '' } = since
  const sending = { action: paths.deskParagraphQuestions(id, wording), key: keyAgain(ask, wrong) }
  const typed = { question, error: wrong?.error ?? null, errors: wrong?.errors ?? {} }
  return page(paragraphPage(frame, { ...found, sending, ...typed }, say), wrong?.status)
}
