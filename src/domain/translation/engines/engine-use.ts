import type { Reading, Writing } from '../../../store/index.ts'
import type { EditionId } from '../../articles/index.ts'
import { EngineTrouble } from './engine-trouble.ts'
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

/** Throws EngineTrouble where so many characters more would be too many for a month, or too dear. */
export async function refuseOverLimit(db: Reading, limits: EngineLimits, month: string, characters: number) {
  const { mostInAMonth, budget, price } = limits
  const used = await usedIn(db, month)
  if (used.characters + characters > mostInAMonth)
    throw new EngineTrouble('limit', 'The characters of the month are used up.')
  if (price && budget !== undefined && used.cost + costOf(characters, limits) > budget * MILLIONTHS)
    throw new EngineTrouble('budget', 'The money of the month is used up.')
}

/** Counts what was sent; whoever counts at the same time is counted, too. */
export async function countUse(tx: Writing, use: EngineUse): Promise<void> {
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
