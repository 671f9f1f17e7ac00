import { type ArticleId, articleByKey, type EditionId, editionsOf } from '../../domain/articles/index.ts'
import {
  type Comment,
  discussionImported,
  draftOf,
  hold,
  type NewQuotation,
  type NewRemoval,
  placeImported,
  REACTION_KINDS,
  ROOT,
  react,
  wordingOf,
} from '../../domain/discussion/index.ts'
import { type RuleId, report, rulesIn } from '../../domain/moderation/index.ts'
import { type Person, personById, placeholderNamed } from '../../domain/people/index.ts'
import type { Writing } from '../../store/index.ts'
import type { KnownRows } from '../articles/index.ts'
import { momentFrom } from '../kit/fields.ts'
import type { CommentInFile, HeldInFile, QuotationInFile } from './discussion-file.ts'
import type { Entry } from './entries.ts'

/** What comments refer to, and those that have been placed, by their numbers in the file. */
interface Setting {
  articleId: ArticleId
  known: KnownRows
  editions: ReadonlyMap<string, { id: EditionId; title: string }>
  rules: ReadonlyMap<number, number>
  placed: Map<number, { comment: Comment; name: string }>
  /** Who has been looked up, by the names in the file. */
  met: Map<string, Person>
}

/** Places the comments one by one under the article; answers how many. */
export async function writeDiscussion(
  tx: Writing,
  { article: key, entries, held }: { article: string; entries: readonly Entry[]; held: readonly HeldInFile[] },
  known: KnownRows,
  at: number,
): Promise<number> {
  const { id: articleId } = (await articleByKey(tx, key))!
  const editions = new Map((await editionsOf(tx, articleId)).map((edition) => [edition.language, edition]))
  const rules = new Map((await rulesIn(tx, known.languages[0]!)).map(({ number, id }) => [number, id]))
  const setting: Setting = { articleId, known, editions, rules, placed: new Map(), met: new Map() }
  for (const entry of entries) await place(tx, entry, setting)
  for (const { comment } of entries) await reactTo(tx, comment, setting, at)
  for (const { comment } of entries) await reportFor(tx, comment, setting, at)
  for (const one of held) await holdBack(tx, one, setting, at)
  tx.note(discussionImported, { about: articleId, articleId, at })
  return entries.length
}

async function place(tx: Writing, { comment: said, parentId, postedAt }: Entry, setting: Setting) {
  const { articleId, placed, known } = setting
  const author = said.by === undefined ? undefined : await personCalled(tx, said.by, setting)
  const comment = await placeImported(tx, {
    articleId,
    parent: parentId === undefined ? undefined : placed.get(parentId)?.comment,
    authorId: author?.id ?? null,
    language: said.language,
    postedAt,
    wording: said.words === undefined ? null : wordingOf(said.words),
    earlier: said.edited ? [wordingOf(said.edited.before)] : [],
    editedAt: said.edited ? momentFrom(said.edited.at, known.zone) : null,
    quotations: said.quotations.map((quotation, index) => quotationOf(quotation, index + 1, setting)),
    removal: removalOf(said, author, setting),
  })
  placed.set(said.id, { comment, name: author?.name ?? '' })
}

async function personCalled(tx: Writing, by: string, { known, met }: Pick<Setting, 'known' | 'met'>): Promise<Person> {
  const signer = known.people.get(by)
  const person = met.get(by) ?? (signer && (await personById(tx, signer.id))) ?? (await placeholderNamed(tx, by))
  met.set(by, person)
  return person
}

async function reactTo(tx: Writing, { id, reactions }: CommentInFile, setting: Setting, at: number) {
  const { placed } = setting
  for (const kind of REACTION_KINDS)
    for (const name of reactions[kind] ?? [])
      await react(tx, { id: placed.get(id)!.comment.id, by: await personCalled(tx, name, setting), kind, on: true, at })
}

/** What waits for moderators, so that there is something to decide. @NOTE what came after the demo itself would count as added to it. */
async function reportFor(tx: Writing, { id, reported }: CommentInFile, setting: Setting, now: number) {
  const { placed, known, rules } = setting
  for (const { by: name, at, rule, words } of reported) {
    const by = await personCalled(tx, name, setting)
    const ruleId = rules.get(rule ?? 0) as RuleId | undefined
    await report(tx, {
      id: placed.get(id)!.comment.id,
      by,
      ruleId,
      words,
      at: Math.min(momentFrom(at, known.zone), now),
    })
  }
}

async function holdBack(tx: Writing, { by: name, at, words, ...said }: HeldInFile, setting: Setting, now: number) {
  const { articleId, known } = setting
  const by = await personCalled(tx, name, setting)
  const posting = {
    articleId,
    under: ROOT,
    by,
    draft: draftOf(words),
    at: Math.min(momentFrom(at, known.zone), now),
  } as const
  await hold(tx, { ...posting, ...said, heldById: null, note: '' })
}

function removalOf(
  { removed }: CommentInFile,
  author: Person | undefined,
  { known, rules }: Setting,
): NewRemoval | null {
  if (!removed) return null
  const at = removed.at === undefined ? null : momentFrom(removed.at, known.zone)
  const byId = removed.by === 'author' ? (author?.id ?? null) : null
  return { byId, cause: removed.by, ruleId: rules.get(removed.rule ?? 0) ?? null, at }
}

function quotationOf(
  { of, words, attribution = '', state }: QuotationInFile,
  slot: number,
  setting: Setting,
): NewQuotation {
  const quoted = typeof of === 'number' ? setting.placed.get(of) : undefined
  const edition = typeof of === 'string' ? setting.editions.get(of) : undefined
  return {
    slot,
    words,
    attribution: quoted ? `${quoted.name}, ${quoted.comment.label}` : (edition?.title ?? attribution),
    ofCommentId: quoted?.comment.id ?? null,
    ofEditionId: edition?.id ?? null,
    state: state === 'removed' ? 'standing' : state,
  }
}
