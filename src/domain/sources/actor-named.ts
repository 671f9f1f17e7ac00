import type { Id } from '../../kit/ids.ts'
import type { Language } from '../../kit/language.ts'
import type { Reading, Writing } from '../../store/index.ts'
import { folded } from '../../text/fold.ts'
import { soughtIn } from '../media/index.ts'
import { keepCited } from './cited/keep-cited.ts'
import { wordsOf } from './cited/name-forms.ts'
import type { Keeping } from './keeping.ts'
import type { MergedKind } from './merging/merge.ts'
import { mergedInto } from './merging/merges.ts'
import type { OutletId } from './outlets/outlet.ts'
import { OUTLETS } from './outlets/outlets.ts'
import { PARTIES } from './parties/parties.ts'
import type { PartyId, PartyKind } from './parties/party.ts'

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

/** The outlet that bears a name; one that nobody bears yet is kept, with its address on the web where that is known. */
export async function outletNamed(
  tx: Writing,
  name: string,
  language: Language,
  { url = null, ...keeping }: Keeping & { url?: string | null },
): Promise<OutletId> {
  const { outletId } = await knownBy(tx, name)
  const forms = [{ language, name, locked: 0 as const }]
  const draft = { kind: 'other' as const, country: null, url, sameAs: [], forms }
  return outletId ?? keepCited(tx, OUTLETS, undefined, draft, keeping)
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
  const draft = { kind, roles: [], sameAs: [], forms: [{ language, name, locked: 0 as const }] }
  return keepCited(tx, PARTIES, undefined, draft, keeping)
}

/** Who is known by a name, whatever the language; those first that were kept first. */
async function knownBy(db: Reading, name: string): Promise<Actor> {
  return { outletId: await firstCalled(db, 'outlet', name), partyId: await firstCalled(db, 'party', name) }
}

async function firstCalled<Kind extends MergedKind>(db: Reading, kind: Kind, name: string): Promise<Id<Kind> | null> {
  const called = wordsOf(db, kind)
    .select('citedId')
    .where('sought', '=', soughtIn(folded(name)))
  const row = await called.orderBy('citedId').limit(1).executeTakeFirst()
  return row ? (((await mergedInto(db, kind, row.citedId)) ?? row.citedId) as Id<Kind>) : null
}

/** Names that can be proposed, in a language. */
export async function actorNames(db: Reading, language: Language, limit: number): Promise<string[]> {
  const namesIn = (kind: MergedKind) =>
    wordsOf(db, kind).select('name').where('language', '=', language).orderBy('name').limit(limit).execute()
  return [...new Set([...(await namesIn('outlet')), ...(await namesIn('party'))].map(({ name }) => name))]
}
