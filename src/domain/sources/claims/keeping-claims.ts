import { type Language, languageFrom } from '../../../kit/language.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Writing } from '../../../store/index.ts'
import { keepable, refuseLonger } from '../../../text/words.ts'
import { articleChanged } from '../../articles/index.ts'
import { record } from '../../audit/index.ts'
import type { Keeping } from '../keeping.ts'
import type { SourceTables } from '../tables.ts'
import { claimHopsKept, claimKept, claimRelated } from './acts.ts'
import { noteCiting } from './citing.ts'
import {
  CLAIM_KINDS,
  CLAIM_RELATIONS,
  CLAIM_STATUSES,
  type Claim,
  type ClaimId,
  type ClaimRelation,
  PUT_RIGHT,
} from './claim.ts'
import { claimWithId } from './claims.ts'
import { ANONYMITIES, HOP_RELATIONS, type HopId, isPartialDate } from './hop.ts'
import { deleteHop, type HopDraft, hopsOfClaim, insertHop, type KeptHop, place, updateHop } from './hops.ts'

export const LONGEST_GIST = 500
export const LONGEST_DESCRIPTOR = 200
/** More steps nobody follows. */
export const MOST_HOPS = 40

/** What is said of a claim at the desk, in the words of one edition. */
export interface ClaimDraft extends Pick<Claim, 'kind' | 'status'> {
  language: Language
  gist: string
  note: string
}

/** Says what a claim is, and what has become of it. Throws Trouble for what cannot be said. */
export async function keepClaim(tx: Writing, id: ClaimId, draft: ClaimDraft, { byId, at }: Keeping): Promise<void> {
  const claim = await claimInTurn(tx, id)
  if (!CLAIM_KINDS.includes(draft.kind) || !CLAIM_STATUSES.includes(draft.status))
    throw new Trouble('invalid', 'kind.unknown')
  const { kind, status } = draft
  const statusAt = status === claim.status ? claim.statusAt : at
  const claims = tx.change<SourceTables>().updateTable('claim').set({ kind, status, statusAt })
  await claims.where('id', '=', id).execute()
  await keepClaimWords(tx, id, draft)
  const told = ({ kind, status }: Pick<Claim, 'kind' | 'status'>) => ({ claim: claim.key, kind, status })
  await record(tx, claimKept, { byId, before: told(claim), after: { ...told(draft), gist: draft.gist }, at })
  noteChanged(tx, claim, at)
  await noteCiting(tx, claim.articleId, at)
}

/** Says of a claim that it was put right, unless worse is said of it already. */
export async function claimCorrected(tx: Writing, id: ClaimId, { byId, at }: Keeping): Promise<void> {
  const claim = await claimInTurn(tx, id)
  if (PUT_RIGHT.includes(claim.status)) return
  const corrected = { status: 'corrected', statusAt: at } as const
  await tx.change<SourceTables>().updateTable('claim').set(corrected).where('id', '=', id).execute()
  const told = { claim: claim.key, kind: claim.kind }
  const after = { ...told, status: corrected.status }
  await record(tx, claimKept, { byId, before: { ...told, status: claim.status }, after, at })
  noteChanged(tx, claim, at)
  await noteCiting(tx, claim.articleId, at)
}

/** What a claim is in the words of an edition. */
export async function keepClaimWords(
  tx: Writing,
  claimId: ClaimId,
  { language, gist, note }: Pick<ClaimDraft, 'language' | 'gist' | 'note'>,
): Promise<void> {
  const said = { gist: line(gist, LONGEST_GIST, 'gist.too-long'), note: line(note, LONGEST_GIST, 'gist.too-long') }
  const insert = tx
    .change<SourceTables>()
    .insertInto('claimWords')
    .values({ claimId, language, ...said })
  await insert.onConflict((c) => c.columns(['claimId', 'language']).doUpdateSet(said)).execute()
}

/** Adds a step to how a claim came here; at its end where no place is said. */
export async function addHop(
  tx: Writing,
  claimId: ClaimId,
  draft: HopDraft,
  { byId, at, position }: Keeping & { position?: number | undefined },
): Promise<HopId> {
  const claim = await claimInTurn(tx, claimId)
  const hops = await hopsOfClaim(tx, claimId)
  if (hops.length >= MOST_HOPS) throw new Trouble('invalid', 'hop.too-many', { limit: MOST_HOPS })
  const id = await insertHop(tx, claimId, Math.min(position ?? hops.length, hops.length), checkedHop(draft))
  await recordHops(tx, claim, hops, { byId, at })
  return id
}

/** Says otherwise what a step is. */
export async function changeHop(tx: Writing, id: HopId, draft: HopDraft, { byId, at }: Keeping): Promise<void> {
  const { claim, hops } = await hopInTurn(tx, id)
  await updateHop(tx, id, checkedHop(draft))
  await recordHops(tx, claim, hops, { byId, at })
}

/** Lets a step and its neighbour change places. */
export async function moveHop(tx: Writing, id: HopId, by: -1 | 1, { byId, at }: Keeping): Promise<void> {
  const { claim, hops } = await hopInTurn(tx, id)
  const from = hops.findIndex((hop) => hop.id === id)
  const [one, other] = [hops[from]!, hops[from + by]]
  if (!other) return
  await place(tx, one.id, from + by)
  await place(tx, other.id, from)
  await recordHops(tx, claim, hops, { byId, at })
}

export async function removeHop(tx: Writing, id: HopId, { byId, at }: Keeping): Promise<void> {
  const { claim, hops, hop } = await hopInTurn(tx, id)
  await deleteHop(tx, hop)
  await recordHops(tx, claim, hops, { byId, at })
}

/** Says how one claim stands to another; or with `isOver`, that it does not. */
export async function relateClaims(
  tx: Writing,
  { fromId, toId, type }: ClaimRelation,
  { byId, at, isOver = false }: Keeping & { isOver?: boolean },
): Promise<void> {
  if (!CLAIM_RELATIONS.includes(type)) throw new Trouble('invalid', 'kind.unknown')
  if (fromId === toId) throw new Trouble('invalid', 'claim.same')
  const [first, second] = [Math.min(fromId, toId), Math.max(fromId, toId)] as ClaimId[]
  const claims = [await claimInTurn(tx, first!), await claimInTurn(tx, second!)]
  const row = { fromId, toId, type }
  const relations = tx.change<SourceTables>()
  if (isOver)
    await relations
      .deleteFrom('claimRelation')
      .where('fromId', '=', fromId)
      .where('toId', '=', toId)
      .where('type', '=', type)
      .execute()
  else
    await relations
      .insertInto('claimRelation')
      .values(row)
      .onConflict((c) => c.doNothing())
      .execute()
  const keyOf = (of: ClaimId) => claims.find(({ id }) => id === of)!.key
  const told = { claim: keyOf(fromId), relation: type, to: keyOf(toId) }
  await record(tx, claimRelated, { byId, ...(isOver ? { before: told } : { after: told }), at })
  for (const articleId of new Set(claims.map((claim) => claim.articleId)))
    tx.note(articleChanged, { about: articleId, articleId, at })
}

/** A step as it is kept; throws Trouble for what cannot be said of one. */
export function checkedHop(draft: HopDraft): HopDraft {
  const { anonymity, relation, partyId, outletId, sourceDocumentId, language } = draft
  if (!ANONYMITIES.includes(anonymity) || !HOP_RELATIONS.includes(relation))
    throw new Trouble('invalid', 'kind.unknown')
  const isSomebody = partyId !== null || outletId !== null
  if (anonymity === 'named' && !isSomebody) throw new Trouble('invalid', 'hop.nobody')
  if (anonymity === 'document' && !isSomebody && sourceDocumentId === null) throw new Trouble('invalid', 'hop.nobody')
  if (language !== null && languageFrom(language) !== language)
    throw new Trouble('invalid', 'publication.language-unknown', { tag: language })
  const said = Object.entries(draft.descriptors).map(([tag, words]) => [
    tag,
    line(words, LONGEST_DESCRIPTOR, 'descriptor.too-long'),
  ])
  return { ...draft, saidOn: dateFrom(draft.saidOn), descriptors: Object.fromEntries(said) }
}

/** A date as far as it is known, null for none; throws Trouble for one that cannot be. */
export function dateFrom(text: string | null): string | null {
  const typed = text?.trim() ?? ''
  if (typed === '') return null
  if (!isPartialDate(typed)) throw new Trouble('invalid', 'said-on.wrong')
  return typed
}

function line(text: string, limit: number, tooLong: string): string {
  const kept = keepable(text).replace(/\s+/g, ' ').trim()
  refuseLonger(kept, limit, tooLong)
  return kept
}

/** The claim, of whose article nobody else changes the claims until the transaction ends. */
export async function claimInTurn(tx: Writing, id: ClaimId): Promise<Claim> {
  const found = await claimWithId(tx, id)
  if (!found) throw new Trouble('missing', 'claim.missing')
  await tx.inTurn(`claims of ${found.articleId}`)
  return (await claimWithId(tx, id)) ?? found
}

async function hopInTurn(tx: Writing, id: HopId) {
  const found = tx.look<SourceTables>().selectFrom('hop').select('claimId').where('id', '=', id)
  const claimId = (await found.executeTakeFirst())?.claimId
  if (claimId === undefined) throw new Trouble('missing', 'hop.missing')
  const claim = await claimInTurn(tx, claimId)
  const hops = await hopsOfClaim(tx, claimId)
  const hop = hops.find((one) => one.id === id)
  if (!hop) throw new Trouble('missing', 'hop.missing')
  return { claim, hops, hop }
}

async function recordHops(tx: Writing, claim: Claim, before: readonly KeptHop[], { byId, at }: Keeping) {
  const after = await hopsOfClaim(tx, claim.id)
  await record(tx, claimHopsKept, {
    byId,
    before: { claim: claim.key, hops: before.map(told) },
    after: { claim: claim.key, hops: after.map(told) },
    at,
  })
  noteChanged(tx, claim, at)
}

function told({ relation, anonymity, partyId, outletId, sourceDocumentId, saidOn }: KeptHop): string {
  const who = partyId ? `party ${partyId}` : outletId ? `outlet ${outletId}` : anonymity
  return [who, relation, sourceDocumentId && `document ${sourceDocumentId}`, saidOn].filter(Boolean).join(', ')
}

function noteChanged(tx: Writing, { articleId }: Claim, at: number) {
  tx.note(articleChanged, { about: articleId, articleId, at })
}
