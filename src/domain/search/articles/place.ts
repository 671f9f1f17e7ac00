import type { ExpressionBuilder } from 'kysely'
import { MINUTE_MS } from '../../../kit/clock.ts'
import type { ArticleTables, EditionId } from '../../articles/index.ts'

/** Under which an edition stands in the index: newer ones under higher numbers. */
export type IndexPlace = number

const EDITIONS = 2 ** 27
const LAST_MINUTE = 2 ** 26 - 1

/** @NOTE minutes up to the year 2097 and 134 million editions are a whole number that both the databases and JSON keep exactly. */
export function placeOf({ publishedAt, id }: { publishedAt: number; id: EditionId }): IndexPlace {
  return fromMoment(publishedAt) + (id % EDITIONS)
}

/** The same, told from what a list says of an edition. */
export function placeIn(e: ExpressionBuilder<ArticleTables, 'listing'>) {
  const minute = e
    .case()
    .when('listing.publishedAt', '<', 0)
    .then(e.lit(0))
    .else(e('listing.publishedAt', '/', e.lit(MINUTE_MS)))
    .end()
  const edition = e.ref('listing.editionId').$castTo<number>()
  return e(e(minute, '*', e.lit(EDITIONS)), '+', e(edition, '%', e.lit(EDITIONS)))
}

/** The first place of what was published at a moment or later. */
export function fromMoment(at: number): IndexPlace {
  return Math.min(Math.max(0, Math.floor(at / MINUTE_MS)), LAST_MINUTE) * EDITIONS
}

/** Above all places. */
export const BEYOND: IndexPlace = (LAST_MINUTE + 1) * EDITIONS
