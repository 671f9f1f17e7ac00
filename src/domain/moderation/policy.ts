import type { Reading } from '../../store/index.ts'
import { placeOf, publicationOf } from '../articles/index.ts'
import { type Comment, type CommentId, keptCommentById } from '../discussion/index.ts'
import { type Member, mustMay, type Place, type Right, type Role, rightWithinLimits, WHOLE } from '../people/index.ts'
import { policy as admissionPolicy } from './admission/policy.ts'
import { policy as appealPolicy } from './appeals/policy.ts'
import { policy as classifierPolicy } from './classifier/policy.ts'
import { policy as phrasePolicy } from './phrases/policy.ts'
import { policy as reportPolicy } from './reports/policy.ts'

/** Who decides about the words of others. */
export const MODERATORS: readonly Role[] = ['moderator', 'admin']
const refusal = 'removal.not-yours'

export const removeComments = rightWithinLimits({ name: 'remove-comments', roles: MODERATORS, refusal })

export const restoreComments = rightWithinLimits({ name: 'restore-comments', roles: MODERATORS, refusal })

/** Sees what waits, claims it, and decides about it. */
export const handleCases = rightWithinLimits({ name: 'handle-cases', roles: MODERATORS, refusal })

/** Warns, suspends and bans, which reaches everywhere. */
export const sanctionPeople = rightWithinLimits({ name: 'sanction-people', roles: MODERATORS, refusal })

export const readRemoved = rightWithinLimits({ name: 'read-removed', roles: MODERATORS, refusal })

export const seeHeld = rightWithinLimits({ name: 'see-held', roles: MODERATORS, refusal: 'comment.missing' })

/** Who may do what with the words of others. */
export const policy: readonly Right[] = [
  ...reportPolicy,
  ...appealPolicy,
  handleCases,
  sanctionPeople,
  removeComments,
  restoreComments,
  readRemoved,
  seeHeld,
  ...admissionPolicy,
  ...phrasePolicy,
  ...classifierPolicy,
]

/** Where a comment stands: in its article's section and its own language; where nobody knows that, or the publication does not appear in it, in those of the article. */
export async function placeOfComment(
  db: Reading,
  { articleId, language }: Pick<Comment, 'articleId' | 'language'>,
): Promise<Place> {
  const [place, { languages }] = await Promise.all([
    placeOf(db, articleId),
    language === null ? { languages: [] } : publicationOf(db),
  ])
  if (language === null) return place
  return languages.some((one) => one.language === language) ? { ...place, languages: [language] } : place
}

type Placed = Pick<Comment, 'articleId' | 'language'>

/** Looks up where comment after comment stands, once for all of one language in a discussion. */
function placesOfComments(db: Reading): (comment: Placed) => Promise<Place> {
  const places = new Map<string, Promise<Place>>()
  return (comment) => {
    const key = `${comment.articleId} ${comment.language}`
    const place = places.get(key) ?? placeOfComment(db, comment)
    places.set(key, place)
    return place
  }
}

/** Throws Trouble where a right does not reach every one of these comments. */
export async function mustReachAll(
  db: Reading,
  right: Right<Place>,
  by: Member,
  comments: readonly Placed[],
): Promise<void> {
  const placeOf = placesOfComments(db)
  for (const comment of comments) mustMay(right, by, await placeOf(comment))
}

/** Those comments that stand, which everybody sees, and of the others those that somebody moderates. */
export async function seenBy<C extends Placed & Pick<Comment, 'state'>>(
  db: Reading,
  by: Member,
  comments: readonly C[],
): Promise<C[]> {
  const placeOf = placesOfComments(db)
  const seen: C[] = []
  for (const comment of comments)
    if (comment.state === 'stands' || handleCases.may(by, await placeOf(comment))) seen.push(comment)
  return seen
}

/** Where a case stands: with its comment, or where it is about a person, nowhere in particular. */
export async function placeOfCase(db: Reading, { commentId }: { commentId: CommentId | null }): Promise<Place> {
  const comment = commentId === null ? undefined : await keptCommentById(db, commentId)
  return comment ? placeOfComment(db, comment) : WHOLE
}
