import { stableJson } from '../../../../kit/json.ts'
import { Trouble } from '../../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../../store/index.ts'
import { record } from '../../../audit/index.ts'
import type { PersonId } from '../../../people/index.ts'
import { publicationShaped, publicationUnshaped } from '../../acts.ts'
import type { ArticleTables } from '../../tables.ts'
import type { Shaping, ShapingId } from './publication-change.ts'
import type { AnyPart, PublicationPart } from './publication-part.ts'

interface Doing {
  byId: PersonId
  at: number
}

/** Changes a part of the publication from what it is by now, so that it can be undone. Nothing happens where it is so already. */
export async function shape<State>(
  tx: Writing,
  part: PublicationPart<State>,
  wantedFrom: (before: State) => State,
  { byId, at }: Doing,
) {
  await tx.inTurn(SHAPING)
  const before = await part.read(tx)
  await part.write(tx, wantedFrom(before), at)
  const after = await part.read(tx)
  const [was, is] = [stableJson(before), stableJson(after)]
  if (was === is) return
  const row = { part: part.name, byId, at, before: was, after: is, undoneAt: null }
  await tx.change<ArticleTables>().insertInto('shaping').values(row).execute()
  await record(tx, publicationShaped, { byId, before: part.told(before), after: part.told(after), at })
}

/** Undoes a change; throws Trouble where the part has been changed since, which must be undone before. */
export async function undoShaping(tx: Writing, parts: readonly AnyPart[], id: ShapingId, { byId, at }: Doing) {
  await tx.inTurn(SHAPING)
  const shaping = await tx
    .look<ArticleTables>()
    .selectFrom('shaping')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  const part = parts.find(({ name }) => name === shaping?.part) as PublicationPart<unknown> | undefined
  if (!shaping || !part) throw new Trouble('missing', 'shaping.missing')
  if (shaping.undoneAt !== null) return
  const present = await part.read(tx)
  if (stableJson(present) !== shaping.after) throw new Trouble('conflict', 'shaping.changed-since')
  const before = JSON.parse(shaping.before)
  await part.write(tx, before, at)
  await tx.change<ArticleTables>().updateTable('shaping').set({ undoneAt: at }).where('id', '=', id).execute()
  await record(tx, publicationUnshaped, { byId, before: part.told(present), after: part.told(before), at })
}

/** The latest changes first. */
export function latestShapings(db: Reading, limit: number): Promise<Shaping[]> {
  return db.look<ArticleTables>().selectFrom('shaping').selectAll().orderBy('id', 'desc').limit(limit).execute()
}

/** Under which changes of the publication come one after the other. */
const SHAPING = 'shaping of the publication'
