import type { Reading, Store, Writing } from '../../../store/index.ts'
import type { EditionId } from '../../articles/index.ts'
import { type EngineFault, EngineTrouble } from './engine-trouble.ts'
import type { EngineTables, EngineUse } from './tables.ts'

/** What an engine may be sent and cost in a month, whatever it translates. */
export interface EngineLimits {
  /** In characters. */
  mostInAMonth: number
  /** What a million characters cost; undefined where no money is counted. */
  price?: { perMillion: number; currency: string } | undefined
  /** The most that a month may cost, in the currency of the price. */
  budget?: number | undefined
}

/** How many characters were sent, and what they cost, in millionths of the currency. */
export type Used = Pick<EngineUse, 'characters' | 'cost'>

export const MILLIONTHS = 1_000_000

export function monthOf(at: number): string {
  return new Date(at).toISOString().slice(0, 7)
}

/** What characters cost, in millionths. @NOTE a price for a million of them is as many millionths for each. */
export function costOf(characters: number, { price }: EngineLimits): number {
  return price ? Math.ceil(characters * price.perMillion) : 0
}

/** What is sent of what, and for what; its characters are those that it is expected to be. */
export type Sending = Pick<EngineUse, 'engine' | 'editionId' | 'language' | 'characters'> & { at: number }

/**
 * Counts what is about to be sent before it is, in whatever process; throws EngineTrouble where the month has no room for it. Whoever
 * ends without a word may have sent it, so it stays counted.
 */
export async function reserveUse(store: Store, limits: EngineLimits, { at, ...sending }: Sending): Promise<EngineUse> {
  const use = { ...sending, month: monthOf(at), cost: costOf(sending.characters, limits), questions: 1 }
  const { value } = await store.write(async (tx) => {
    await tx.inTurn(`engine use ${use.month}`)
    const fault = faultOf(await usedIn(tx, use.month), limits, use)
    if (!fault) await countUse(tx, use)
    return fault
  })
  if (value) throw new EngineTrouble(value, 'What a month may take is used up.')
  return use
}

/** Counts what was really sent in place of what was reserved. */
export async function settleUse(store: Store, limits: EngineLimits, reserved: EngineUse, sent: number): Promise<void> {
  const characters = sent - reserved.characters
  if (characters === 0) return
  const cost = costOf(sent, limits) - reserved.cost
  await store.write((tx) => countUse(tx, { ...reserved, characters, cost, questions: 0 }))
}

function faultOf(used: Used, limits: EngineLimits, { characters, cost }: EngineUse): EngineFault | undefined {
  const { mostInAMonth, budget, price } = limits
  if (used.characters + characters > mostInAMonth) return 'limit'
  if (price && budget !== undefined && used.cost + cost > budget * MILLIONTHS) return 'budget'
  return undefined
}

/** Whoever counts at the same time is counted, too. */
async function countUse(tx: Writing, use: EngineUse): Promise<void> {
  await tx
    .change<EngineTables>()
    .insertInto('engineUse')
    .values(use)
    .onConflict((conflict) =>
      conflict.columns(['month', 'engine', 'editionId', 'language']).doUpdateSet((e) => ({
        characters: e('engineUse.characters', '+', use.characters),
        cost: e('engineUse.cost', '+', use.cost),
        questions: e('engineUse.questions', '+', use.questions),
      })),
    )
    .execute()
}

/** What all engines were sent in a month. */
export function usedIn(db: Reading, month: string): Promise<Used> {
  return summed(usesIn(db).where('month', '=', month))
}

/** What they were sent for an edition, ever. */
export function usedFor(db: Reading, editionId: EditionId): Promise<Used> {
  return summed(usesIn(db).where('editionId', '=', editionId))
}

function usesIn(db: Reading) {
  return db.look<EngineTables>().selectFrom('engineUse')
}

async function summed(uses: ReturnType<typeof usesIn>): Promise<Used> {
  const sums = await uses
    .select(({ fn }) => [
      fn.sum<number | null>('characters').as('characters'),
      fn.sum<number | null>('cost').as('cost'),
    ])
    .executeTakeFirst()
  return { characters: Number(sums?.characters ?? 0), cost: Number(sums?.cost ?? 0) }
}
