import type { ArticleId } from '../../../domain/articles/index.ts'
import {
  type DocumentDraft,
  documentsById,
  type FiledClaim,
  type FiledQuote,
  filedClaims,
  type SourceDocument,
} from '../../../domain/sources/index.ts'
import type { Reading } from '../../../store/index.ts'
import type { PublicationOut } from './publication-out.ts'

/** What article.yaml says of claims and quotes, and the reports on which they draw. */
export interface ClaimsOut {
  claims: readonly object[]
  quotes: readonly object[]
  reports: readonly Pick<DocumentDraft, 'outletId' | 'title' | 'url' | 'language' | 'publishedOn'>[]
}

export async function claimsOut(db: Reading, articleId: ArticleId, publication: PublicationOut): Promise<ClaimsOut> {
  const { claims, quotes } = await filedClaims(db, articleId)
  const ids = [...claims.flatMap(({ hops }) => hops), ...quotes].flatMap((one) => one.sourceDocumentId ?? [])
  const reports = await documentsById(db, [...new Set(ids)])
  return {
    claims: claims.map((claim) => claimOut(claim, reports, publication)),
    quotes: quotes.map((quote) => quoteOut(quote, reports, publication)),
    reports,
  }
}

function claimOut(
  { key, kind, status, words, hops, relations }: FiledClaim,
  reports: readonly SourceDocument[],
  { outletKey, partyKey }: PublicationOut,
): object {
  const said = (of: 'gist' | 'note') => byLanguage(words.map((one) => [one.language, one[of]]))
  return without({
    key,
    kind: kind === 'fact' ? undefined : kind,
    status: status === 'reported' ? undefined : status,
    gist: said('gist'),
    note: said('note'),
    hops: hops.map(
      ({ partyId, outletId, anonymity, relation, sourceDocumentId, language, saidOn, isSeen, descriptors }) =>
        without({
          party: partyId === null ? undefined : partyKey(partyId),
          outlet: outletId === null ? undefined : outletKey(outletId),
          called: byLanguage(Object.entries(descriptors)),
          anonymity: anonymity === (partyId || outletId ? 'named' : 'unnamed') ? undefined : anonymity,
          relation,
          source: reports.find(({ id }) => id === sourceDocumentId)?.url,
          language: language ?? undefined,
          date: saidOn ?? undefined,
          seen: isSeen ? true : undefined,
        }),
    ),
    relations,
  })
}

function quoteOut(
  { key, speakerId, sourceDocumentId, saidOn, originalWords, originalLanguage, words }: FiledQuote,
  reports: readonly SourceDocument[],
  { partyKey }: PublicationOut,
): object {
  return without({
    key,
    speaker: speakerId === null ? undefined : partyKey(speakerId),
    source: reports.find(({ id }) => id === sourceDocumentId)?.url,
    date: saidOn ?? undefined,
    original: originalWords && originalLanguage ? { language: originalLanguage, words: originalWords } : undefined,
    rendered: byLanguage(words.map((one) => [one.language, one.renderedBy ?? ''])),
    translators: byLanguage(words.map((one) => [one.language, one.translator])),
  })
}

function byLanguage(entries: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries(entries.filter(([, words]) => words !== ''))
}

/** What says nothing is left out. */
function without(all: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && !isEmpty(value)))
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value)
    ? value.length === 0
    : typeof value === 'object' && value !== null && Object.keys(value).length === 0
}
