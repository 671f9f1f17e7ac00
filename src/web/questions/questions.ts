import { paths } from '../../addresses/paths.ts'
import { answerQuestion, questionsFor } from '../../domain/translation/index.ts'
import { page } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { flag, id, text } from '../http/shapes.ts'
import { freshKey, submitAnew } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import type { Wrong } from '../http/wrong.ts'
import { questionsPage } from './questions-page.ts'

const MOST_SHOWN = 50

/** What translators ask about one's articles; editors see what is asked about any. */
export const show = taking({ query: { done: flag } }, (ask, { done }) => shown(ask, { isDone: done }))

/** Answers a question. */
export const answer = taking(
  { params: { question: id<'translationQuestion'>('question.missing') }, form: { answer: text } },
  async (ask, { question, answer: words }) => {
    const by = await ask.person()
    const location = `${paths.translationQuestions(await ask.language())}&done=1`
    return submitAnew(ask, by, [words], async (tx) => {
      await answerQuestion(tx, { id: question, answer: words, by, at: ask.at })
      return { location }
    })
  },
  (ask, { question, answer: typed }, _, wrong) => shown(ask, { wrong, typed: { question, answer: typed } }),
)

interface Since {
  isDone?: boolean
  wrong?: Wrong
  typed?: { question: number; answer: string }
}

async function shown(ask: Ask, { isDone = false, wrong, typed }: Since) {
  const [frame, say, by] = [await ask.frame(), await ask.say(), await ask.person()]
  const questions = await questionsFor(ask.store, by, MOST_SHOWN)
  const forms = questions.map(({ id }) => ({ action: paths.translationAnswer(id), key: freshKey() }))
  const error = wrong?.error ?? null
  const shown = { questions, forms, isDone, typed: typed ?? null, error, errors: wrong?.errors ?? {} }
  return page(questionsPage(frame, shown, say), wrong?.status)
}
