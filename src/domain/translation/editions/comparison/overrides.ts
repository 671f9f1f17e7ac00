import { isInkless } from '../../../../kit/characters.ts'
import { Trouble } from '../../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../../store/index.ts'
import { keepable, refuseLonger } from '../../../../text/words.ts'
import { addressOfEdition, type EditionId } from '../../../articles/index.ts'
import { record } from '../../../audit/index.ts'
import { type Member, mustMay, type PersonTables } from '../../../people/index.ts'
import { gateOverridden } from '../acts.ts'
import { overrideGate } from '../policy.ts'
import type { EditionTables } from '../tables.ts'
import { translated } from '../translated.ts'
import { factOf, type Miss } from './miss.ts'

export const LONGEST_OVERRIDE = 1_000

export interface Overriding {
  id: EditionId
  wording: string
  miss: Miss
  reason: string
  by: Member
  at: number
}

/** Says that one fact is right all the same in one wording, and why. Throws Trouble where the paragraph says something else by now. */
export async function overrideMiss(
  tx: Writing,
  { id, wording, miss, reason: typed, by, at }: Overriding,
): Promise<void> {
  mustMay(overrideGate, by, undefined)
  const reason = keepable(typed).trim()
  const fields = { fields: { reason: 'reason.empty' } }
  if (isInkless(reason)) throw new Trouble('invalid', 'reason.empty', {}, fields)
  refuseLonger(reason, LONGEST_OVERRIDE, 'reason.too-long')
  await tx.inTurn(`edition ${id}`)
  const { edition, paragraphs } = await translated(tx, id)
  if (!paragraphs.some((one) => one.wording === wording)) throw new Trouble('conflict', 'translation.changed')
  const row = { editionId: id, wording, fact: factOf(miss), ...miss, reason, byId: by.id, at }
  const insert = tx.change<EditionTables>().insertInto('translationOverride').values(row)
  const isNew = await insert
    .onConflict((c) => c.columns(['editionId', 'wording', 'fact']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!isNew) return
  const { kind, original, edition: stated } = miss
  const after = { edition: addressOfEdition(edition), kind, original, translation: stated, reason }
  await record(tx, gateOverridden, { byId: by.id, after, at })
}

/** What was overridden in an edition, and by whom; as long as its paragraphs say the same, it holds. */
export function overridesOf(db: Reading, editionId: EditionId) {
  return db
    .look<EditionTables & PersonTables>()
    .selectFrom('translationOverride')
    .leftJoin('person', 'person.id', 'translationOverride.byId')
    .selectAll('translationOverride')
    .select('person.name as by')
    .where('editionId', '=', editionId)
    .orderBy('translationOverride.id')
    .execute()
}

/** What came through the gate since a moment, and what was overridden, by the kind of fact. */
export async function gateRates(db: Reading, since: number) {
  const look = db.look<EditionTables>()
  const { passages, compared, overridden } = await look
    .selectFrom('gatePassage')
    .select((e) => [
      e.fn.countAll().as('passages'),
      e.fn.coalesce(e.fn.sum('compared'), e.lit(0)).as('compared'),
      e.fn.coalesce(e.fn.sum('overridden'), e.lit(0)).as('overridden'),
    ])
    .where('at', '>=', since)
    .executeTakeFirstOrThrow()
  const kinds = await look
    .selectFrom('translationOverride')
    .select((e) => ['kind', e.fn.countAll().as('count')])
    .where('at', '>=', since)
    .groupBy('kind')
    .orderBy('kind')
    .execute()
  return {
    passages: Number(passages),
    compared: Number(compared),
    overridden: Number(overridden),
    kinds: kinds.map(({ kind, count }) => ({ kind, count: Number(count) })),
  }
}
