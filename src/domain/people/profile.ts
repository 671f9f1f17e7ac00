import { z } from 'zod'
import { isInkless } from '../../kit/characters.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Reading, Writing } from '../../store/index.ts'
import { commentHtml } from '../../text/comment-html.ts'
import { plainComment } from '../../text/plain.ts'
import { guarded } from '../../text/quotation-markers.ts'
import { wordsFrom } from '../../text/words.ts'
import type { Holder } from './names/holder.ts'
import type { PersonId } from './person.ts'

/** The most characters (code points) in which somebody may tell about themselves. */
export const LONGEST_ABOUT = 500

/** What a person chooses to tell, and since when they hide what they wrote. */
export interface Profile {
  /** As it was typed; empty where nothing is told. */
  words: string
  html: string
  hiddenAt: number | null
}

export interface ProfileTables {
  profile: { personId: PersonId; words: string; html: string; at: number }
  hiddenHistory: { personId: PersonId; at: number }
}

export async function profileOf(db: Reading, personId: PersonId): Promise<Profile> {
  const profiles = db.look<ProfileTables>().selectFrom('profile').select(['words', 'html'])
  const told = await profiles.where('personId', '=', personId).executeTakeFirst()
  const hidings = db.look<ProfileTables>().selectFrom('hiddenHistory').select('at')
  const hidden = await hidings.where('personId', '=', personId).executeTakeFirst()
  return { words: told?.words ?? '', html: told?.html ?? '', hiddenAt: hidden?.at ?? null }
}

/** What somebody typed about themselves, made ready before the transaction; throws a Trouble that names the limit. */
export function aboutFrom(typed: string): Pick<Profile, 'words' | 'html'> {
  if (typed.trim() === '') return { words: '', html: '' }
  const words = wordsFrom(typed, LONGEST_ABOUT)
  if (isInkless(plainComment(words))) throw new Trouble('invalid', 'words.empty')
  return { words, html: aboutHtml(words) }
}

export function aboutHtml(words: string): string {
  return commentHtml(words.split('\n').map(guarded).join('\n'))
}

export interface ProfileDraft extends Pick<Profile, 'words' | 'html'> {
  hidden: boolean
  at: number
}

/** Keeps what a person tells, and whether they hide what they wrote. */
export async function saveProfile(
  tx: Writing,
  personId: PersonId,
  { words, html, hidden, at }: ProfileDraft,
): Promise<void> {
  const profiles = tx.change<ProfileTables>().insertInto('profile').values({ personId, words, html, at })
  await profiles.onConflict((c) => c.column('personId').doUpdateSet({ words, html, at })).execute()
  if (hidden) await hide(tx, personId, at)
  else await tx.change<ProfileTables>().deleteFrom('hiddenHistory').where('personId', '=', personId).execute()
}

const handedProfile = z.object({
  words: z.string(),
  at: z.number().nullable(),
  /** Whether it became the other's, who told nothing. */
  isGiven: z.boolean(),
  hiddenAt: z.number().nullable(),
  /** Whether the other hides what they wrote since. */
  isNewlyHidden: z.boolean(),
})

/** Gives what one person told to another who tells nothing; what one hid, the other hides. */
export const profileHolder: Holder = {
  name: 'profile',

  async count(db, personId) {
    return (await profileOf(db, personId)).words === '' ? 0 : 1
  },

  async hand(tx, from, to): Promise<z.infer<typeof handedProfile>> {
    const [given, own] = [await profileOf(tx, from), await profileOf(tx, to)]
    const isGiven = own.words === '' && given.words !== ''
    const profiles = tx
      .change<ProfileTables>()
      .deleteFrom('profile')
      .where('personId', 'in', isGiven ? [from, to] : [from])
    const at = (await profiles.returning(['personId', 'at']).execute()).find((row) => row.personId === from)?.at ?? null
    if (isGiven && at !== null) await tell(tx, to, given, at)
    if (given.hiddenAt !== null) await hide(tx, to, given.hiddenAt)
    await tx.change<ProfileTables>().deleteFrom('hiddenHistory').where('personId', '=', from).execute()
    const isNewlyHidden = given.hiddenAt !== null && own.hiddenAt === null
    return { words: given.words, at, isGiven, hiddenAt: given.hiddenAt, isNewlyHidden }
  },

  async giveBack(tx, from, to, handed) {
    const { words, at, isGiven, hiddenAt, isNewlyHidden } = handedProfile.parse(handed)
    const db = tx.change<ProfileTables>()
    if (at !== null) {
      const html = words === '' ? '' : aboutHtml(words)
      const theirs = db.deleteFrom('profile').where('personId', '=', to).where('words', '=', words)
      if (isGiven) await theirs.where('at', '=', at).execute()
      await tell(tx, from, { words, html }, at)
    }
    if (hiddenAt === null) return
    const hidings = db.deleteFrom('hiddenHistory').where('personId', '=', to).where('at', '=', hiddenAt)
    if (isNewlyHidden) await hidings.execute()
    await hide(tx, from, hiddenAt)
  },
}

function tell(tx: Writing, personId: PersonId, { words, html }: Pick<Profile, 'words' | 'html'>, at: number) {
  return tx.change<ProfileTables>().insertInto('profile').values({ personId, words, html, at }).execute()
}

function hide(tx: Writing, personId: PersonId, at: number) {
  const hiding = tx.change<ProfileTables>().insertInto('hiddenHistory').values({ personId, at })
  return hiding.onConflict((c) => c.doNothing()).execute()
}
