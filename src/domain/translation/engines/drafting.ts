import { MINUTE_MS, SECOND_MS } from '../../../kit/clock.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Store, Writing } from '../../../store/index.ts'
import type { EditionId } from '../../articles/index.ts'
import { type Member, memberById } from '../../people/index.ts'
import type { NamesBetween } from '../editions/comparison/names-between.ts'
import type { PairedParagraph } from '../editions/paragraphs/paragraph.ts'
import { type Translated, translated } from '../editions/translated.ts'
import { draftInto, mayTranslate } from '../editions/translating.ts'
import { formsBetween } from '../gate/index.ts'
import type { DraftOrder } from './draft-order.ts'
import { EngineTrouble } from './engine-trouble.ts'
import { draftOrdered } from './events.ts'
import { type EngineInUse, metered } from './metering.ts'
import type { EngineTables } from './tables.ts'
import { charactersIn, translateTexts } from './translate.ts'

/** So many paragraphs are asked for, and kept, at a time. */
const AT_ONCE = 10
const MOST_TRIES = 6
const FIRST_PAUSE_MS = 5 * SECOND_MS
const LONGEST_PAUSE_MS = 15 * MINUTE_MS
/** Nobody else takes an order up within this; what was asked by then is asked again. */
const LEASE_MS = 3 * MINUTE_MS

/** The latest order for an edition. */
export function draftOrderOf(db: Reading, editionId: EditionId): Promise<DraftOrder | undefined> {
  const orders = db.look<EngineTables>().selectFrom('draftOrder').selectAll().where('editionId', '=', editionId)
  return orders.orderBy('id', 'desc').limit(1).executeTakeFirst()
}

/** Has what nobody has written yet drafted by the engine; throws Trouble for those who may not translate it, and where that is under way. */
export async function orderDraft(
  tx: Writing,
  { id, by, at }: { id: EditionId; by: Member; at: number },
): Promise<void> {
  const found = await mayTranslate(tx, { id, by })
  if (!found.original) throw new Trouble('conflict', 'translation.without-original')
  if (untouched(found).length === 0) throw new Trouble('invalid', 'engine.nothing-to-draft')
  const order = {
    editionId: id,
    byId: by.id,
    at,
    state: 'waiting' as const,
    tries: 0,
    dueAt: at,
    drafted: 0,
    fault: null,
  }
  if ((await draftOrderOf(tx, id))?.state === 'waiting') throw new Trouble('conflict', 'engine.under-way')
  await tx.change<EngineTables>().insertInto('draftOrder').values(order).execute()
  tx.note(draftOrdered, { about: id, articleId: found.edition.articleId, at })
}

/** What an order is carried out with. */
export interface Drafting extends EngineInUse {
  namesBetween: NamesBetween
}

/** Takes one order a step further, some paragraphs at a time. */
export async function draftNext(store: Store, drafting: Drafting, at: number): Promise<void> {
  const order = await leased(store, at)
  if (!order) return
  const outcome = await step(store, drafting, order, at).catch((error: unknown) => failed(order, error, at))
  await store.write(async (tx) => {
    await tx.change<EngineTables>().updateTable('draftOrder').set(outcome).where('id', '=', order.id).execute()
  })
}

type Outcome = Partial<Pick<DraftOrder, 'state' | 'tries' | 'dueAt' | 'drafted' | 'fault'>>

async function step(
  store: Store,
  { namesBetween, ...inUse }: Drafting,
  order: DraftOrder,
  at: number,
): Promise<Outcome> {
  const found = await translated(store, order.editionId)
  const some = untouched(found).slice(0, AT_ONCE)
  if (some.length === 0) return { state: 'done', fault: null }
  const by = order.byId === null ? undefined : await memberById(store, order.byId)
  if (!by || !found.original) return { state: 'failed', fault: 'forbidden' }
  const texts = some.map(({ now }) => now)
  const languages = { from: found.original.language, to: found.edition.language }
  const names = await namesBetween(languages.from, languages.to)
  const sending = { editionId: order.editionId, language: languages.to, characters: charactersIn(texts), at }
  const words = await metered(store, inUse, sending, (engine) =>
    translateTexts(engine, { texts, ...languages, glossary: formsBetween(names) }),
  )
  const drafts = some.map(({ wording }, n) => ({ wording, words: words[n]! }))
  const { name, model } = inUse.engine
  const used = { engine: name, model, glossaryVersion: names.version }
  await store.write((tx) => draftInto(tx, { id: order.editionId, by, at, drafts, engine: used }))
  return { tries: 0, dueAt: at, drafted: order.drafted + drafts.length, fault: null }
}

/** What nobody has written, where the original says something. */
function untouched({ paragraphs }: Translated): PairedParagraph[] {
  return paragraphs.filter(({ words, now }) => words === '' && now !== '')
}

/** What may be otherwise in a while is tried again, later each time; what was drafted stands. */
function failed({ tries }: DraftOrder, error: unknown, at: number): Outcome {
  if (error instanceof Trouble && error.kind !== 'conflict') return { state: 'failed', fault: 'forbidden' }
  const isHeld = error instanceof Trouble
  if (!isHeld && !(error instanceof EngineTrouble)) throw error
  const fault = isHeld ? 'held' : error.fault
  const isOver = tries + 1 >= MOST_TRIES || (!isHeld && !error.isPassing)
  if (isOver) return { state: 'failed', tries: tries + 1, fault }
  const pauseMs = Math.max(FIRST_PAUSE_MS * 4 ** tries, isHeld ? 0 : (error.afterMs ?? 0))
  return { tries: tries + 1, dueAt: at + Math.min(pauseMs, LONGEST_PAUSE_MS), fault }
}

/** @NOTE whoever waited for the row looks again whether it is still due. */
async function leased(store: Store, at: number): Promise<DraftOrder | undefined> {
  const { value } = await store.write((tx) =>
    tx
      .change<EngineTables>()
      .updateTable('draftOrder')
      .set({ dueAt: at + LEASE_MS })
      .where('state', '=', 'waiting')
      .where('dueAt', '<=', at)
      .where('id', '=', (e) =>
        e
          .selectFrom('draftOrder')
          .select('id')
          .where('state', '=', 'waiting')
          .where('dueAt', '<=', at)
          .orderBy('dueAt')
          .limit(1),
      )
      .returningAll()
      .executeTakeFirst(),
  )
  return value
}
