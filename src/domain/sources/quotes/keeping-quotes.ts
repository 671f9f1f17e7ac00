import { type Language, languageFrom } from '../../../kit/language.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Writing } from '../../../store/index.ts'
import { keepable, refuseLonger } from '../../../text/words.ts'
import { articleChanged } from '../../articles/index.ts'
import { record } from '../../audit/index.ts'
import { quoteKept } from '../claims/acts.ts'
import { dateFrom } from '../claims/keeping-claims.ts'
import type { Keeping } from '../keeping.ts'
import type { SourceTables } from '../tables.ts'
import { type Quote, type QuoteId, type QuoteWords, RENDERED_BY } from './quote.ts'
import { quoteWithId } from './quotes.ts'

export const LONGEST_ORIGINAL = 4_000
const LONGEST_NAME = 200

/** What is said of a quote at the desk, in the words of one edition. */
export interface QuoteDraft
  extends Pick<Quote, 'speakerId' | 'sourceDocumentId' | 'originalWords' | 'originalLanguage' | 'saidOn'>,
    Pick<QuoteWords, 'renderedBy' | 'translator'> {
  language: Language
}

/** Says who is quoted, from where, in which words of theirs, and who put them into this language. Throws Trouble for what cannot be said. */
export async function keepQuote(tx: Writing, id: QuoteId, draft: QuoteDraft, { byId, at }: Keeping): Promise<void> {
  const quote = await quoteInTurn(tx, id)
  const { renderedBy, translator, language, ...row } = checked(draft)
  await tx.change<SourceTables>().updateTable('quote').set(row).where('id', '=', id).execute()
  await keepQuoteWords(tx, { quoteId: id, language, renderedBy, translator })
  await record(tx, quoteKept, { byId, before: told(quote), after: told({ ...quote, ...row }), at })
  tx.note(articleChanged, { about: quote.articleId, articleId: quote.articleId, at })
}

export async function keepQuoteWords(tx: Writing, { quoteId, language, ...said }: QuoteWords): Promise<void> {
  const insert = tx
    .change<SourceTables>()
    .insertInto('quoteWords')
    .values({ quoteId, language, ...said })
  await insert.onConflict((c) => c.columns(['quoteId', 'language']).doUpdateSet(said)).execute()
}

/** A quote as it is kept; throws Trouble for what cannot be said. */
function checked(draft: QuoteDraft): QuoteDraft {
  const { originalLanguage, renderedBy } = draft
  if (originalLanguage !== null && languageFrom(originalLanguage) !== originalLanguage)
    throw new Trouble('invalid', 'publication.language-unknown', { tag: originalLanguage })
  if (renderedBy !== null && !RENDERED_BY.includes(renderedBy)) throw new Trouble('invalid', 'kind.unknown')
  const originalWords = keepable(draft.originalWords).trim()
  const translator = keepable(draft.translator).replace(/\s+/g, ' ').trim()
  refuseLonger(originalWords, LONGEST_ORIGINAL, 'original.too-long')
  refuseLonger(translator, LONGEST_NAME, 'names.too-long')
  return { ...draft, originalWords, translator, saidOn: dateFrom(draft.saidOn) }
}

async function quoteInTurn(tx: Writing, id: QuoteId): Promise<Quote> {
  const found = await quoteWithId(tx, id)
  if (!found) throw new Trouble('missing', 'quote.missing')
  await tx.inTurn(`claims of ${found.articleId}`)
  return found
}

function told({ key, speakerId, sourceDocumentId, originalWords, originalLanguage, saidOn }: Omit<Quote, 'id'>) {
  return {
    quote: key,
    speaker: speakerId,
    document: sourceDocumentId,
    original: originalWords,
    language: originalLanguage,
    date: saidOn,
  }
}
