import { LONGEST_NAME, nameKey, peopleBeginning } from '../../domain/people/index.ts'
import { json } from '../http/answers.ts'
import { text } from '../http/shapes.ts'
import { taking } from '../http/taking.ts'

const COMPLETED = 8

/** The first people whose names begin so, for those who write; `[]` where nothing is begun. */
export const begun = taking({ query: { begins: text } }, async (ask, { begins: typed }) => {
  const begins = typed.length <= LONGEST_NAME ? nameKey(typed.toWellFormed().replaceAll('\0', '')) : ''
  return json(begins === '' ? [] : await peopleBeginning(ask.store, begins, COMPLETED))
})
