import type { ArticleId } from '../../domain/articles/index.ts'
import {
  documentAt,
  type FiledClaim,
  type FiledQuote,
  type HopDraft,
  type OutletId,
  type PartyId,
  type SourceDocumentId,
  saveClaims,
} from '../../domain/sources/index.ts'
import type { Language } from '../../kit/language.ts'
import type { Writing } from '../../store/index.ts'
import type { ArticleFile } from './article-file.ts'
import type { FiledHop } from './claims-file.ts'

export interface KnownActors {
  outlets: ReadonlyMap<string, OutletId>
  parties: ReadonlyMap<string, PartyId>
}

/** Writes what an article's file says of its claims and quotes, once its sources are there; answers whether that was news. */
export async function writeClaims(
  tx: Writing,
  { claims, quotes, sources }: Pick<ArticleFile, 'claims' | 'quotes' | 'sources'>,
  articleId: ArticleId,
  known: KnownActors,
  at: number,
): Promise<boolean> {
  const documents = new Map<string, SourceDocumentId>()
  for (const { url } of sources) {
    const found = await documentAt(tx, url)
    if (found) documents.set(url, found.id)
  }
  const filed = {
    claims: claims.map(({ hops, gist, note, ...claim }): FiledClaim => {
      const languages = [...new Set([...Object.keys(gist), ...Object.keys(note)])] as Language[]
      return {
        ...claim,
        words: languages.map((language) => ({ language, gist: gist[language] ?? '', note: note[language] ?? '' })),
        hops: hops.map((hop) => draftOf(hop, known, documents)),
      }
    }),
    quotes: quotes.map(({ key, speaker, source, date, original, rendered, translators }): FiledQuote => {
      const languages = [...new Set([...Object.keys(rendered), ...Object.keys(translators)])] as Language[]
      return {
        key,
        speakerId: known.parties.get(speaker ?? '') ?? null,
        sourceDocumentId: documents.get(source ?? '') ?? null,
        originalWords: original?.words ?? '',
        originalLanguage: original?.language ?? null,
        saidOn: date ?? null,
        words: languages.map((language) => {
          return { language, renderedBy: rendered[language] ?? null, translator: translators[language] ?? '' }
        }),
      }
    }),
  }
  return saveClaims(tx, articleId, filed, at)
}

function draftOf(
  { party, outlet, called = {}, anonymity, relation, source, language, date, seen }: FiledHop,
  known: KnownActors,
  documents: ReadonlyMap<string, SourceDocumentId>,
): HopDraft {
  return {
    partyId: known.parties.get(party ?? '') ?? null,
    outletId: known.outlets.get(outlet ?? '') ?? null,
    anonymity: anonymity ?? (party || outlet ? 'named' : 'unnamed'),
    relation,
    sourceDocumentId: documents.get(source ?? '') ?? null,
    language: language ?? null,
    saidOn: date ?? null,
    isSeen: seen ? 1 : 0,
    proposedById: null,
    descriptors: called,
  }
}
