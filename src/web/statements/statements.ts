import { paths } from '../../addresses/paths.ts'
import {
  appeal,
  appealFrom,
  concernedBy,
  type Statement,
  type StatementId,
  statementById,
  statementOfDecision,
  statementsWithDecisions,
  toldBy,
  toldLines,
  whatWas,
} from '../../domain/moderation/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import { page } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { id, text } from '../http/shapes.ts'
import { keyAgain, submitOnce } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import type { Wrong } from '../http/wrong.ts'
import { appealPart } from './appeal-part.ts'
import { statementPage } from './statement-page.ts'
import { statementsPage } from './statements-page.ts'

const ON_A_PAGE = 100
const STATEMENT = { statement: id<'statement'>('statement.missing') }

/** What somebody was told of decisions that concern them. */
export const list = taking({}, async (ask) => {
  const by = await ask.person()
  const [frame, say, language] = [await ask.frame(), await ask.say(), await ask.language()]
  const all = await ask.store.read((db) => statementsWithDecisions(db, by.id, ON_A_PAGE))
  const shown = all.map((told) => ({
    path: paths.statement(language, told.statement.id),
    words: whatWas(told, say),
    at: told.statement.at,
  }))
  return page(statementsPage(frame, shown, say))
})

/** One decision as it is told to whom it concerns, and to nobody else, with how one objects. */
export const show = taking({ params: STATEMENT }, (ask, { statement }) => statementShown(ask, statement))

/** Objects to a decision, once. */
export const object = taking(
  { params: STATEMENT, form: { words: text } },
  async (ask, { statement: statementId, words }) => {
    const by = await ask.person()
    const language = await ask.language()
    return submitOnce(ask, by, [String(statementId), words], async (tx) => {
      await appeal(tx, { statementId, by, words, at: ask.at })
      return { location: `${paths.statement(language, statementId)}#appeal` }
    })
  },
  async (ask, { statement, words }, _, wrong) => {
    if (wrong.trouble.kind !== 'invalid') throw wrong.trouble
    return statementShown(ask, statement, words, wrong)
  },
)

async function statementShown(ask: Ask, number: StatementId, words = '', wrong?: Wrong): Promise<Response> {
  const by = await ask.person()
  const [frame, say, language] = [await ask.frame(), await ask.say(), await ask.language()]
  const { told, concerned, made, outcome } = await ask.store.read(async (db) => {
    const statement = await statementById(db, number)
    if (statement?.personId !== by.id) throw new Trouble('missing', 'statement.missing')
    const [told, made] = [await toldBy(db, statement, language), await appealFrom(db, number)]
    const outcome = made?.outcomeId ? await statementOfDecision(db, by.id, made.outcomeId) : undefined
    return { told, concerned: await concernedBy(db, statement), made, outcome }
  })
  if (!told) throw new Trouble('missing', 'statement.missing')
  const lines = toldLines(told, { say, language, zone: frame.publication.zone })
  const part = {
    ...{ told, words, now: ask.at, appeal: made, outcome: pathOf(outcome, language) },
    sending: { action: paths.appeal(number, language), key: keyAgain(ask, wrong) },
    error: wrong?.sentence ?? null,
  }
  return page(
    statementPage(frame, { told, concerned, lines, appeal: appealPart(frame, part, say) }, say),
    wrong?.status,
  )
}

function pathOf(statement: Statement | undefined, language: string): string | null {
  return statement ? paths.statement(language, statement.id) : null
}
