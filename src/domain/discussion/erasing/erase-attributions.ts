import { type EraseSome, knownAs } from '../../people/index.ts'
import type { DiscussionTables } from '../tables.ts'
import { NO_WORDS } from './forget-quotations.ts'
import { anyOf, rangeAfter } from './id-ranges.ts'

/** A name of fewer letters stands in too many words that mean nobody. */
const SHORTEST_WITHIN = 3

/** Takes the name out of what others called the speaker of a quotation, where no passage says who that is. */
export function eraseAttributions(table: 'quotation' | 'formerQuotation'): EraseSome {
  return async (tx, { personId }, after) => {
    const { names } = await knownAs(tx, personId)
    if (names.length === 0) return
    const { upTo, next } = await rangeAfter(tx, table, after)
    const long = names.filter((name) => name.length >= SHORTEST_WITHIN)
    const quotations = tx.change<DiscussionTables>().updateTable(table).set({ attribution: NO_WORDS })
    const within = quotations.where('id', '>', after).where('id', '<=', upTo)
    await within.where('attribution', 'in', names).execute()
    if (long.length > 0) await within.where(anyOf('attribution', long)).execute()
    return next
  }
}
