import { sql } from 'kysely'
import type { Reading } from '../../../store/index.ts'
import type { ArticleTables } from '../../articles/index.ts'
import { likeness, twos } from './paragraphs/likeness.ts'
import { hashOf } from './paragraphs/pairing.ts'
import type { LanguagePair } from './paragraphs/paragraph.ts'
import type { EditionTables } from './tables.ts'

type Tables = EditionTables & ArticleTables

/** A paragraph that somebody has reviewed in one article or another, proposed for the same words or like ones. */
export interface Proposal {
  original: string
  words: string
  /** 1 where the original says the very same. */
  likeness: number
}

/** So many like ones are proposed at the most, and so much they must have in common. */
const MOST_PROPOSED = 3
const LEAST_ALIKE = 0.5
/** Of so many that were reviewed last, those of about the same length are compared. */
const MOST_COMPARED = 400
const LENGTHS = { from: 0.6, to: 1.6 }

/** For each of a bounded list of originals the same words as they were translated and reviewed before, the last reviewed first. */
export async function sameBefore(
  db: Reading,
  originals: readonly string[],
  pair: LanguagePair,
): Promise<Map<string, Proposal>> {
  const hashes = [...new Set(originals.map(hashOf))]
  if (hashes.length === 0) return new Map()
  const rows = await reviewed(db, pair).where('translatedParagraph.originalHash', 'in', hashes).execute()
  return new Map(rows.toReversed().map(({ original, words }) => [hashOf(original), { original, words, likeness: 1 }]))
}

/** What was reviewed before of an original's words, or of words like them; the most alike first. */
export async function proposalsFor(db: Reading, original: string, pair: LanguagePair): Promise<Proposal[]> {
  const same = (await sameBefore(db, [original], pair)).get(hashOf(original))
  const length = sql<number>`length("translatedParagraph"."original")`
  const rows = await reviewed(db, pair)
    .where(length, '>=', Math.floor(original.length * LENGTHS.from))
    .where(length, '<=', Math.ceil(original.length * LENGTHS.to))
    .limit(MOST_COMPARED)
    .execute()
  const sought = twosOf(original)
  const like = rows
    .filter((one) => hashOf(one.original) !== hashOf(original))
    .map((one) => ({ ...one, likeness: likeness(sought, twosOf(one.original)) }))
    .filter((one) => one.likeness >= LEAST_ALIKE)
    .toSorted((a, b) => b.likeness - a.likeness)
  const proposed = [...(same ? [same] : []), ...like].slice(0, MOST_PROPOSED)
  return proposed.map(({ original, words, likeness }) => ({ original, words, likeness }))
}

function twosOf(text: string) {
  return twos(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
}

function reviewed(db: Reading, { from, to }: LanguagePair) {
  return db
    .look<Tables>()
    .selectFrom('translatedParagraph')
    .innerJoin('translation', 'translation.editionId', 'translatedParagraph.editionId')
    .innerJoin('edition', 'edition.id', 'translation.editionId')
    .innerJoin('edition as source', 'source.id', 'translation.originalId')
    .select(['translatedParagraph.original', 'translatedParagraph.words'])
    .where('translatedParagraph.state', '=', 'reviewed')
    .where('edition.language', '=', to)
    .where('source.language', '=', from)
    .orderBy('translatedParagraph.id', 'desc')
}
