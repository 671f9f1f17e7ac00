import type { Language } from '../../../kit/language.ts'
import type { Reading } from '../../../store/index.ts'
import { type ArticleId, type EditionId, publicationOf } from '../../articles/index.ts'
import type { Anchor } from '../anchors/anchor.ts'
import { anchorsAtDesk, anchorsShown } from '../anchors/anchors.ts'
import { castOf } from './cast.ts'
import { type Chain, type ChainClaim, NO_CHAIN } from './chain.ts'
import { chainClaims } from './chain-claims.ts'
import { placesIn } from './chain-places.ts'
import { chainQuotes } from './chain-quotes.ts'
import { chainRows } from './chain-rows.ts'
import { onlyIn, spokenIn } from './spoken.ts'

export interface ChainPlaceAsked {
  articleId: ArticleId
  editionId: EditionId
  language: Language
}

/** Where the claims and quotes that readers of an edition see come from. */
export async function chainShown(db: Reading, asked: ChainPlaceAsked): Promise<Chain> {
  const anchors = await anchorsShown(db, asked.editionId)
  if (anchors.length === 0) return NO_CHAIN
  const { claims, quotes } = await chainOf(db, asked, anchors)
  return { claims: claims.filter(isNumbered).map(withoutHidden), quotes: quotes.filter(isNumbered) }
}

/** The same at the desk, with those that the edition does not mark. */
export async function chainAtDesk(db: Reading, asked: ChainPlaceAsked): Promise<Chain> {
  return chainOf(db, asked, await anchorsAtDesk(db, asked.editionId))
}

function isNumbered({ number }: { number: number }) {
  return number > 0
}

/** What another article says that readers do not find is not told to them. */
function withoutHidden({ relations, ...claim }: ChainClaim): ChainClaim {
  return { ...claim, relations: relations.filter(({ isOfOther, elsewhere }) => !isOfOther || elsewhere !== null) }
}

async function chainOf(
  db: Reading,
  { articleId, language }: ChainPlaceAsked,
  anchors: readonly Anchor[],
): Promise<Chain> {
  const [rows, { defaultLanguage }] = await Promise.all([chainRows(db, articleId), publicationOf(db)])
  if (rows.claims.length + rows.quotes.length === 0) return NO_CHAIN
  const spoken = spokenIn(language, defaultLanguage)
  const cast = await castOf(db, rows, language, spoken)
  const telling = { here: onlyIn(language), spoken, cast, placed: placesIn(anchors) }
  return { claims: await chainClaims(db, rows, telling), quotes: chainQuotes(rows, telling) }
}
