import { pathOfPassage, type QuotedPassage } from '../../../addresses/quoted-passage.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading } from '../../../store/index.ts'
import { standsIn } from '../../../text/fold.ts'
import type { QuotationBlock } from '../../../text/quotation-blocks.ts'
import { type ArticleId, type EditionId, editionsById, editionsIn } from '../../articles/index.ts'
import type { CommentId } from '../comments/comment.ts'
import * as comments from '../comments/comments.ts'
import { shownRows } from '../comments/reads.ts'
import type { ShownQuotation } from '../comments/shown.ts'
import type { NewQuotation, Quotation } from './quotation.ts'

/** Finds each quoted passage and sees that the words stand in it. What the comment quoted before is kept as it is. */
export async function resolved(
  db: Reading,
  articleId: ArticleId,
  blocks: readonly QuotationBlock[],
  before: readonly Quotation[] = [],
): Promise<NewQuotation[]> {
  if (blocks.length === 0) return []
  const passageOf = await passagesOf(db, articleId, blocks, before)
  const left = [...before]
  return blocks.map((block) => {
    const passage = passageOf(block.of)
    if (!passage) throw new Trouble('invalid', 'quotation.missing')
    const at = left.findIndex((q) => isOf(q, passage) && block.words === typedAs(q, passage))
    const [known] = at < 0 ? [] : left.splice(at, 1)
    if (!known && !passage.holds(block.words)) throw new Trouble('invalid', 'quotation.words-differ')
    const { words, state } = known ?? { words: block.words, state: 'standing' }
    const { ofCommentId, ofEditionId } = passage
    return { slot: block.slot, words, attribution: block.attribution, ofCommentId, ofEditionId, state }
  })
}

/** The quotations of a draft as its page will show them, once the passages are found and the words stand in them. */
export async function previewed(
  db: Reading,
  articleId: ArticleId,
  blocks: readonly QuotationBlock[],
  before: readonly Quotation[] = [],
): Promise<ShownQuotation[]> {
  const quotations = await resolved(db, articleId, blocks, before)
  const rows = await shownRows(db, commentsIn(quotations))
  const editions = await editionsById(db, editionsQuoted(quotations))
  return quotations.map((quotation) => {
    const row = rows.find(({ id }) => id === quotation.ofCommentId)
    const edition = editions.find(({ id }) => id === quotation.ofEditionId)
    if (!row) return { ...quotation, of: edition ? { kind: 'edition', ...edition } : null }
    const of = { kind: 'comment', id: row.id, label: row.label } as const
    if (row.state !== 'stands') return { ...quotation, of: { ...of, name: null }, state: 'removed', words: null }
    return { ...quotation, of: { ...of, name: row.authorName } }
  })
}

/** Quotations as blocks that their author typed; removed words are not in them, nor who said them. */
export async function typedBlocks<Quoted extends Quotation>(
  db: Reading,
  quotations: readonly Quoted[],
): Promise<(Quoted & QuotationBlock)[]> {
  const quoted = await comments.plainOf(db, commentsIn(quotations))
  const editions = await editionsById(db, editionsQuoted(quotations))
  return quotations.flatMap((quotation) => {
    const { ofCommentId, ofEditionId } = quotation
    const comment = quoted.find(({ id }) => id === ofCommentId)
    const of = comment ? { comment: comment.id } : editions.find(({ id }) => id === ofEditionId)
    if (!of) return []
    const attribution = comment?.plain === null ? comment.label : quotation.attribution
    return [{ ...quotation, attribution, words: typedAs(quotation, comment), of }]
  })
}

/** The comments that are quoted. */
export function commentsIn(quotations: readonly NewQuotation[]): CommentId[] {
  return [...new Set(quotations.flatMap(({ ofCommentId }) => ofCommentId ?? []))]
}

function editionsQuoted(quotations: readonly NewQuotation[]): EditionId[] {
  return [...new Set(quotations.flatMap(({ ofEditionId }) => ofEditionId ?? []))]
}

/** Stands where the quoted words were, once their passage has been removed. */
const REMOVED = '…'

function typedAs({ words }: Quotation, passage: { plain: string | null } | undefined) {
  return passage?.plain === null ? REMOVED : words
}

type Passage = Pick<Quotation, 'ofCommentId' | 'ofEditionId'> & {
  plain: string | null
  holds(words: string): boolean
}

/** All passages that blocks name, found in two questions; each is of this article, and an edition is published, or was quoted before. */
async function passagesOf(
  db: Reading,
  articleId: ArticleId,
  blocks: readonly QuotationBlock[],
  before: readonly Quotation[],
) {
  const named = blocks.map(({ of }) => of)
  const ids = named.flatMap((of) => ('comment' in of ? (of.comment as CommentId) : []))
  const languages = named.flatMap((of) => ('language' in of ? of.language : []))
  const passages = new Map<string, Passage>()
  const commentsBefore = commentsIn(before)
  for (const { id, plain, ...comment } of await comments.plainOf(db, [...new Set(ids)])) {
    if (comment.articleId === articleId || commentsBefore.includes(id))
      keep({ comment: id }, { plain, ofCommentId: id, ofEditionId: null })
  }
  const quotedBefore = editionsQuoted(before)
  for (const { id, plain, state, publishedAt: _, ...at } of await editionsIn(db, articleId, [...new Set(languages)])) {
    if (state === 'published' || quotedBefore.includes(id)) keep(at, { plain, ofCommentId: null, ofEditionId: id })
  }
  return (of: QuotedPassage) => passages.get(pathOfPassage(of))

  function keep(of: QuotedPassage, passage: Omit<Passage, 'holds'>) {
    passages.set(pathOfPassage(of), { ...passage, holds: standsIn(passage.plain ?? '') })
  }
}

function isOf(quotation: Quotation, passage: Passage) {
  return quotation.ofCommentId === passage.ofCommentId && quotation.ofEditionId === passage.ofEditionId
}
