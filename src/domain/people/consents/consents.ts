import type { Generated } from 'kysely'
import { sha256 } from '../../../kit/hash.ts'
import type { Language } from '../../../kit/language.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import type { PersonId } from '../person.ts'

/** What people agree to: the terms on which they join, and what they ask for that they could do without. */
export const CONSENTS = ['sign-up', 'mail', 'browsers'] as const
export type ConsentAbout = (typeof CONSENTS)[number]

/** The words to which somebody agrees, as they stood before them. */
export interface ShownWords {
  words: string
  language: Language
}

/** That somebody agreed to something; its words are known by their hash, which changes with every letter of them. */
export interface Consent {
  personId: PersonId
  about: ConsentAbout
  wordsHash: string
  language: Language
  at: number
  /** When it was taken back, or others came in its place. */
  endedAt: number | null
}

interface Tables {
  consent: Consent & { id: Generated<number> }
  consentWords: { hash: string; words: string }
}

/** Keeps words that are shown, each once; answers with the hash by which they are known. */
export async function keepWords(tx: Writing, words: string): Promise<string> {
  const hash = sha256(words)
  const insert = tx.change<Tables>().insertInto('consentWords').values({ hash, words })
  await insert.onConflict((c) => c.doNothing()).execute()
  return hash
}

export interface Agreeing extends ShownWords {
  personId: PersonId
  about: ConsentAbout
  at: number
}

/** Records that somebody agreed to these words; saying so again changes nothing, and other words take the place of those before. */
export async function agree(tx: Writing, { words, ...agreeing }: Agreeing): Promise<void> {
  await agreeTo(tx, { ...agreeing, wordsHash: await keepWords(tx, words) })
}

/** The same to words that are kept already. */
export async function agreeTo(tx: Writing, consent: Omit<Consent, 'endedAt'>): Promise<void> {
  const { personId, about, wordsHash, at } = consent
  const inForce = await inForceOf(tx, personId, about)
  if (inForce.some((one) => one.wordsHash === wordsHash)) return
  await takeBackConsent(tx, personId, about, at)
  await tx
    .change<Tables>()
    .insertInto('consent')
    .values({ ...consent, endedAt: null })
    .execute()
}

/** Records that somebody does not agree any more. */
export async function takeBackConsent(tx: Writing, personId: PersonId, about: ConsentAbout, at: number): Promise<void> {
  const consents = tx.change<Tables>().updateTable('consent').set({ endedAt: at }).where('personId', '=', personId)
  await consents.where('about', '=', about).where('endedAt', 'is', null).execute()
}

/** Everything that somebody agreed to, the latest first, with the words that were shown. */
export function consentsOf(db: Reading, personId: PersonId, limit: number) {
  return db
    .look<Tables>()
    .selectFrom('consent')
    .innerJoin('consentWords', 'consentWords.hash', 'consent.wordsHash')
    .selectAll('consent')
    .select('consentWords.words')
    .where('personId', '=', personId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** Whether somebody agrees to something, in whichever words. */
export async function isAgreed(db: Reading, personId: PersonId, about: ConsentAbout): Promise<boolean> {
  return (await inForceOf(db, personId, about)).length > 0
}

function inForceOf(db: Reading, personId: PersonId, about: ConsentAbout) {
  const consents = db.look<Tables>().selectFrom('consent').select('wordsHash').where('personId', '=', personId)
  return consents.where('about', '=', about).where('endedAt', 'is', null).execute()
}
