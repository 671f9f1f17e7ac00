import type { Language } from '../../kit/language.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Reading } from '../../store/index.ts'
import { stands } from '../../text/fold.ts'
import type { QuotationBlock, QuotedPassage } from '../../text/quotation-blocks.ts'
import type { ArticleId } from '../articles/index.ts'
import { editionAt, editionById } from '../articles/index.ts'
import type { CommentId } from './comment.ts'
import * as comments from './comments.ts'
import type { NewQuotation, Quotation } from './quotation.ts'
import { shownRow } from './reads.ts'
import type { ShownQuotation } from './shown.ts'

/** Finds each quoted passage and sees that the words stand in it. What the comment quoted before is kept as it is. */
export async function resolved(
  db: Reading,
  articleId: ArticleId,
  blocks: readonly QuotationBlock[],
  before: readonly Quotation[] = [],
): Promise<NewQuotation[]> {
  const quotations: NewQuotation[] = []
  const left = [...before]
  for (const block of blocks) {
    const passage = await passageOf(db, articleId, block.of)
    const at = left.findIndex((q) => isOf(q, passage) && block.words === typedAs(q, passage))
    const [known] = at < 0 ? [] : left.splice(at, 1)
    if (!known && !stands(block.words, passage.plain ?? '')) throw new Trouble('invalid', 'quotation.words-differ')
    const { words, state } = known ?? { words: block.words, state: 'standing' }
    const { ofCommentId, ofEditionId } = passage
    quotations.push({ slot: block.slot, words, attribution: block.attribution, ofCommentId, ofEditionId, state })
  }
  return quotations
}

/** The quotations of a draft as its page will show them, once the passages are found and the words stand in them. */
export async function previewed(
  db: Reading,
  articleId: ArticleId,
  blocks: readonly QuotationBlock[],
  before: readonly Quotation[] = [],
): Promise<ShownQuotation[]> {
  const quotations = await resolved(db, articleId, blocks, before)
  return Promise.all(quotations.map((quotation) => shownAs(db, quotation)))
}

/** The words of a removed passage are not in it. */
async function shownAs(db: Reading, quotation: NewQuotation): Promise<ShownQuotation> {
  const of = await shownPassage(db, quotation)
  const passage = of?.kind === 'comment' ? await comments.byId(db, of.id) : undefined
  return passage?.html === null ? { ...quotation, of, state: 'removed', words: null } : { ...quotation, of }
}

async function shownPassage(db: Reading, { ofCommentId, ofEditionId }: NewQuotation): Promise<ShownQuotation['of']> {
  const row = ofCommentId && (await shownRow(db, ofCommentId))
  if (row) return { kind: 'comment', id: row.id, label: row.label, name: row.authorName }
  const edition = ofEditionId && (await editionById(db, ofEditionId))
  return edition ? { kind: 'edition', ...edition } : null
}

/** The blocks as their author typed them, for the form that changes a comment; removed words are not in them. */
export async function typedBlocks(db: Reading, quotations: readonly Quotation[]): Promise<QuotationBlock[]> {
  const blocks: QuotationBlock[] = []
  for (const quotation of quotations) {
    const { slot, attribution, articleId, ofCommentId, ofEditionId } = quotation
    const of = ofCommentId ? { comment: ofCommentId } : ofEditionId ? await editionById(db, ofEditionId) : undefined
    if (!of) continue
    blocks.push({ slot, words: typedAs(quotation, await passageOf(db, articleId, of)), attribution, of })
  }
  return blocks
}

/** Stands where the quoted words were, once their passage has been removed. */
const REMOVED = '…'

function typedAs({ words }: Quotation, { plain }: Passage) {
  return plain === null ? REMOVED : words
}

type Passage = Pick<Quotation, 'ofCommentId' | 'ofEditionId'> & { plain: string | null }

async function passageOf(db: Reading, articleId: ArticleId, of: QuotedPassage): Promise<Passage> {
  const found = 'comment' in of ? await comment(db, of.comment as CommentId) : await edition(db, of.language, of.slug)
  if (!found || found.articleId !== articleId) throw new Trouble('invalid', 'quotation.missing')
  return found
}

async function comment(db: Reading, id: CommentId) {
  const found = await comments.byId(db, id)
  return found && { articleId: found.articleId, plain: found.plain, ofCommentId: id, ofEditionId: null }
}

async function edition(db: Reading, language: Language, slug: string) {
  const found = await editionAt(db, language, slug)
  const worded = found && (await editionById(db, found.id))
  return worded && { articleId: worded.articleId, plain: worded.plain, ofCommentId: null, ofEditionId: worded.id }
}

function isOf(quotation: Quotation, passage: Passage) {
  return quotation.ofCommentId === passage.ofCommentId && quotation.ofEditionId === passage.ofEditionId
}
