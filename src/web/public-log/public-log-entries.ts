import { entriesAfter, headOf } from '../../domain/moderation/index.ts'
import { json } from '../http/answers.ts'
import { count } from '../http/shapes.ts'
import { taking } from '../http/taking.ts'

const ON_A_PAGE = 500

/** The entries as they were hashed, the oldest first, for whoever wants to prove the chain. */
export const show = taking({ query: { after: count } }, async (ask, { after }) => {
  const from = Math.max(0, after)
  return ask.store.read(async (db) => {
    const entries = (await entriesAfter(db, from, ON_A_PAGE)).map(({ content, hash }) => ({ content, hash }))
    return json({ head: (await headOf(db)) ?? null, entries })
  })
})
