import { paths } from '../../addresses/paths.ts'
import { statementById, statementsTo, toldBy, toldLines, whatWas } from '../../domain/moderation/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import { page } from '../http/answers.ts'
import { id } from '../http/shapes.ts'
import { taking } from '../http/taking.ts'
import { statementPage } from './statement-page.ts'
import { statementsPage } from './statements-page.ts'

const ON_A_PAGE = 100
const STATEMENT = { statement: id<'statement'>('statement.missing') }

/** What somebody was told of decisions that concern them. */
export const list = taking({}, async (ask) => {
  const by = await ask.person()
  const [frame, say, language] = [await ask.frame(), await ask.say(), await ask.language()]
  const all = await ask.store.read(async (db) => {
    const statements = await statementsTo(db, by.id, ON_A_PAGE)
    const told = await Promise.all(statements.map((one) => toldBy(db, one, language)))
    return told.filter((one) => one !== undefined)
  })
  const shown = all.map((told) => ({
    path: paths.statement(language, told.statement.id),
    words: whatWas(told, say),
    at: told.statement.at,
  }))
  return page(statementsPage(frame, shown, say))
})

/** One decision as it is told to whom it concerns, and to nobody else. */
export const show = taking({ params: STATEMENT }, async (ask, { statement: number }) => {
  const by = await ask.person()
  const [frame, say, language] = [await ask.frame(), await ask.say(), await ask.language()]
  const told = await ask.store.read(async (db) => {
    const statement = await statementById(db, number)
    if (statement?.personId !== by.id) throw new Trouble('missing', 'statement.missing')
    return toldBy(db, statement, language)
  })
  if (!told) throw new Trouble('missing', 'statement.missing')
  const lines = toldLines(told, { say, language, zone: frame.publication.zone })
  return page(statementPage(frame, { told, lines }, say))
})
