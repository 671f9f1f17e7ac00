import type { Language } from '../../kit/language.ts'
import type { Reading, Writing } from '../../store/index.ts'
import { folded } from '../../text/fold.ts'
import { soughtIn } from '../media/index.ts'
import type { Keeping } from './keeping.ts'
import { mergedInto } from './merges.ts'
import type { OutletId } from './outlet.ts'
import { keepOutlet } from './outlets.ts'
import { keepParty } from './parties.ts'
import type { PartyId, PartyKind } from './party.ts'
import type { SourceTables } from './tables.ts'

/** What sort of name is meant where nothing is known by it yet. */
export const ACTOR_KINDS = ['outlet', 'person', 'org', 'group'] as const
export type ActorKind = (typeof ACTOR_KINDS)[number]

/** Who stands at a step: one of the two, or neither. */
export interface Actor {
  outletId: OutletId | null
  partyId: PartyId | null
}

export const NOBODY: Actor = { outletId: null, partyId: null }

/** Who bears a name in any language; one that nobody bears yet is kept, of the kind that is meant. */
export async function actorNamed(
  tx: Writing,
  { name, kind }: { name: string; kind: ActorKind },
  language: Language,
  keeping: Keeping,
): Promise<Actor> {
  if (folded(name) === '') return NOBODY
  if (kind === 'outlet') return { ...NOBODY, outletId: await outletNamed(tx, name, language, keeping) }
  const known = await knownBy(tx, name)
  if (known.partyId !== null || known.outletId !== null) return known
  return { ...NOBODY, partyId: await beginParty(tx, name, kind, language, keeping) }
}

export async function outletNamed(tx: Writing, name: string, language: Language, keeping: Keeping): Promise<OutletId> {
  const { outletId } = await knownBy(tx, name)
  const forms = [{ language, name, locked: 0 as const }]
  const draft = { kind: 'other' as const, country: null, url: null, sameAs: [], forms }
  return outletId ?? keepOutlet(tx, undefined, draft, keeping)
}

export async function partyNamed(
  tx: Writing,
  { name, kind }: { name: string; kind: PartyKind },
  language: Language,
  keeping: Keeping,
): Promise<PartyId> {
  return (await knownBy(tx, name)).partyId ?? beginParty(tx, name, kind, language, keeping)
}

function beginParty(
  tx: Writing,
  name: string,
  kind: PartyKind,
  language: Language,
  keeping: Keeping,
): Promise<PartyId> {
  return keepParty(tx, undefined, { kind, roles: [], sameAs: [], forms: [{ language, name, locked: 0 }] }, keeping)
}

/** Who is known by a name, whatever the language; those first that were kept first. */
async function knownBy(db: Reading, name: string): Promise<Actor> {
  const sought = soughtIn(folded(name))
  const outlets = db.look<SourceTables>().selectFrom('outletWords').select('outletId').where('sought', '=', sought)
  const parties = db.look<SourceTables>().selectFrom('partyWords').select('partyId').where('sought', '=', sought)
  const outlet = await outlets.orderBy('outletId').limit(1).executeTakeFirst()
  const party = await parties.orderBy('partyId').limit(1).executeTakeFirst()
  return {
    outletId: outlet ? (((await mergedInto(db, 'outlet', outlet.outletId)) ?? outlet.outletId) as OutletId) : null,
    partyId: party ? (((await mergedInto(db, 'party', party.partyId)) ?? party.partyId) as PartyId) : null,
  }
}

/** Names that can be proposed, in a language. */
export async function actorNames(db: Reading, language: Language, limit: number): Promise<string[]> {
  const words = db.look<SourceTables>()
  const outlets = await words
    .selectFrom('outletWords')
    .select('name')
    .where('language', '=', language)
    .orderBy('name')
    .limit(limit)
    .execute()
  const parties = await words
    .selectFrom('partyWords')
    .select('name')
    .where('language', '=', language)
    .orderBy('name')
    .limit(limit)
    .execute()
  return [...new Set([...outlets, ...parties].map(({ name }) => name))]
}
