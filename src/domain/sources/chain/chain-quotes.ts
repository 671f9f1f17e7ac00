import type { ChainQuote } from './chain.ts'
import type { Telling } from './chain-claims.ts'
import type { ChainRows } from './chain-rows.ts'

/** The quotes of an article, each with who is quoted and who put it into this language. */
export function chainQuotes({ quotes, renderings }: ChainRows, { here, cast, placed }: Telling): ChainQuote[] {
  const renderingsOf = Map.groupBy(renderings, ({ quoteId }) => quoteId)
  return quotes.map(({ id, key, speakerId, sourceDocumentId, articleId: _, ...said }) => {
    const rendering = here(renderingsOf.get(id))
    const place = placed('quote', key)
    return {
      id,
      ...place,
      ...said,
      words: place.places[0]?.selector.exact ?? said.originalWords,
      speaker: cast.speaker(speakerId),
      report: cast.report(sourceDocumentId),
      renderedBy: rendering?.renderedBy ?? null,
      translator: rendering?.translator ?? '',
    }
  })
}
