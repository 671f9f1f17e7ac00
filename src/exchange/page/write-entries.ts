import type { ArticleId, EditionId } from '../../domain/articles/index.ts'
import {
  type Comment,
  type NewQuotation,
  placeImported,
  quoteImported,
  wordingOf,
} from '../../domain/discussion/index.ts'
import type { Language } from '../../kit/language.ts'
import type { Writing } from '../../store/index.ts'
import type { CapturedEntry, CapturedPage } from './captured-page.ts'
import type { People } from './names.ts'
import { pageNameKey } from './names.ts'
import type { CapturedQuotation } from './quotations.ts'

interface Setting {
  articleId: ArticleId
  editionId: EditionId
  language: Language
  people: People
}

/** Places the entries in the order of the page, then lets them quote each other: what is quoted may stand further down. */
export async function writeEntries(tx: Writing, page: CapturedPage, setting: Setting): Promise<void> {
  const placed: Comment[] = []
  for (const entry of page.entries) placed.push(await place(tx, entry, placed, setting))
  for (const [index, { quotations }] of page.entries.entries()) {
    const cited = quotations.map((quotation) => quotationOf(quotation, page, placed, setting))
    if (cited.length > 0) await quoteImported(tx, placed[index]!, cited)
  }
}

function place(
  tx: Writing,
  entry: CapturedEntry,
  placed: readonly Comment[],
  { articleId, language, people }: Setting,
) {
  return placeImported(tx, {
    articleId,
    parent: entry.parent === null ? undefined : placed[entry.parent],
    authorId: entry.author === null ? null : people.get(pageNameKey(entry.author))!.id,
    language: entry.words === null ? null : language,
    postedAt: entry.postedAt,
    wording: entry.words === null ? null : wordingOf(entry.words),
    editedAt: null,
    quotations: [],
    removal: entry.tombstone ? { cause: 'unknown', ruleId: null, at: null } : null,
  })
}

function quotationOf(
  { slot, words, of, attributedTo }: CapturedQuotation,
  { article, entries }: CapturedPage,
  placed: readonly Comment[],
  { editionId }: Setting,
): NewQuotation {
  const unresolved = { slot, words, attribution: attributedTo ?? '', ofCommentId: null, ofEditionId: null }
  if (of === null) return { ...unresolved, state: 'unresolved' }
  if ('article' in of) return { ...unresolved, attribution: article.title, ofEditionId: editionId, state: 'standing' }
  const { id, label } = placed[of.entry]!
  const attribution = `${entries[of.entry]!.author}, ${label}`
  return { ...unresolved, attribution, ofCommentId: id, state: 'standing' }
}
