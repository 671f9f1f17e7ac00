import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { type Names, nameRows } from '../../articles/index.ts'
import type { SourceTables } from '../tables.ts'
import type { ClaimId } from './claim.ts'
import type { Hop, HopId } from './hop.ts'

/** What is said of a step, with what an unnamed one is called in each language. */
export interface HopDraft extends Omit<Hop, 'id' | 'claimId' | 'position'> {
  descriptors: Names
}

/** A step as it is kept. */
export interface KeptHop extends Hop {
  descriptors: Names
}

/** The steps of a claim, from its root on. */
export function hopsOfClaim(db: Reading, claimId: ClaimId): Promise<KeptHop[]> {
  return hopsOfClaims(db, [claimId])
}

/** The steps of several claims, those of each from its root on. */
export async function hopsOfClaims(db: Reading, claimIds: readonly ClaimId[]): Promise<KeptHop[]> {
  if (claimIds.length === 0) return []
  const hops = db.look<SourceTables>().selectFrom('hop').selectAll().where('claimId', 'in', claimIds)
  const rows = await hops.orderBy('claimId').orderBy('position').orderBy('id').execute()
  if (rows.length === 0) return []
  const words = db.look<SourceTables>().selectFrom('hopWords').selectAll()
  const ids = rows.map(({ id }) => id)
  const said = Map.groupBy(await words.where('hopId', 'in', ids).orderBy('language').execute(), ({ hopId }) => hopId)
  return rows.map((row) => {
    const own = said.get(row.id) ?? []
    return { ...row, descriptors: Object.fromEntries(own.map((one) => [one.language, one.descriptor])) as Names }
  })
}

/** One of a claim's steps; throws Trouble where it has no such. */
export async function hopOfClaim(db: Reading, claimId: ClaimId, id: HopId): Promise<KeptHop> {
  const found = (await hopsOfClaim(db, claimId)).find((hop) => hop.id === id)
  if (!found) throw new Trouble('missing', 'hop.missing')
  return found
}

/** Puts a step among those of a claim, behind which the others move on. */
export async function insertHop(tx: Writing, claimId: ClaimId, position: number, draft: HopDraft): Promise<HopId> {
  const later = (await hopsOfClaim(tx, claimId)).filter((hop) => hop.position >= position)
  for (const hop of later.toReversed()) await place(tx, hop.id, hop.position + 1)
  return addLast(tx, claimId, position, draft)
}

/** Adds a step at a place behind which there is none. */
export async function addLast(tx: Writing, claimId: ClaimId, position: number, draft: HopDraft): Promise<HopId> {
  const { descriptors, ...row } = draft
  const insert = tx
    .change<SourceTables>()
    .insertInto('hop')
    .values({ claimId, position, ...row })
  const { id } = await insert.returning('id').executeTakeFirstOrThrow()
  await addDescriptors(tx, id, descriptors)
  return id
}

export async function updateHop(tx: Writing, id: HopId, { descriptors, ...row }: HopDraft): Promise<void> {
  await tx.change<SourceTables>().updateTable('hop').set(row).where('id', '=', id).execute()
  await tx.change<SourceTables>().deleteFrom('hopWords').where('hopId', '=', id).execute()
  await addDescriptors(tx, id, descriptors)
}

/** Takes a step out; those behind it close up. */
export async function deleteHop(tx: Writing, { id, claimId }: Pick<Hop, 'id' | 'claimId'>): Promise<void> {
  await tx.change<SourceTables>().deleteFrom('hopWords').where('hopId', '=', id).execute()
  await tx.change<SourceTables>().deleteFrom('hop').where('id', '=', id).execute()
  for (const [position, hop] of (await hopsOfClaim(tx, claimId)).entries())
    if (hop.position !== position) await place(tx, hop.id, position)
}

export async function place(tx: Writing, id: HopId, position: number): Promise<void> {
  await tx.change<SourceTables>().updateTable('hop').set({ position }).where('id', '=', id).execute()
}

async function addDescriptors(tx: Writing, hopId: HopId, descriptors: Names): Promise<void> {
  const rows = nameRows(descriptors)
    .filter(({ name }) => name !== '')
    .map(({ language, name }) => ({ hopId, language, descriptor: name }))
  if (rows.length > 0) await tx.change<SourceTables>().insertInto('hopWords').values(rows).execute()
}
