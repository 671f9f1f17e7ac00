import type { Language } from '../../../../kit/language.ts'
import type { Reading } from '../../../../store/index.ts'
import type { ArticleId } from '../../article.ts'
import { NO_SECTION } from '../../lists/listing.ts'
import type { SectionId } from '../../publication/section.ts'
import { MOST_RELATED, relatedTo } from '../../related.ts'
import type { ArticleTables } from '../../tables.ts'
import type { EditionId } from '../edition.ts'

/** An article that another leads to. */
export interface FurtherArticle {
  articleId: ArticleId
  slug: string
  title: string
  publishedAt: number
}

/** Where an edition stands among the others. */
export interface Standing {
  id: EditionId
  articleId: ArticleId
  language: Language
  publishedAt: number
  sectionId: SectionId | null
}

const FEWEST = 3
/** Of those that stand beside it in time, so many newer and older. */
const NEWER = 1
const OLDER = 2

/** What to read after an edition: what somebody has put there, and where that is little, what stands beside it in its section. */
export async function furtherReading(db: Reading, standing: Standing): Promise<FurtherArticle[]> {
  const [byHand, newer, older] = await Promise.all([
    relatedIn(db, standing),
    beyond(db, standing, 'newer', NEWER),
    beyond(db, standing, 'older', OLDER),
  ])
  if (byHand.length >= FEWEST) return byHand
  const taken = new Set(byHand.map(({ articleId }) => articleId))
  const beside = [...newer, ...older]
  return [...byHand, ...beside.filter(({ articleId }) => !taken.has(articleId))].slice(0, FEWEST)
}

/** The articles whose pages lead to an edition, or would if it were seen. */
export async function leadingTo(db: Reading, standing: Standing): Promise<ArticleId[]> {
  const byHand = await db
    .look<ArticleTables>()
    .selectFrom('relatedArticle')
    .select('articleId')
    .where('relatedId', '=', standing.articleId)
    .orderBy('articleId', 'desc')
    .limit(MOST_LEADING)
    .execute()
  const beside = [...(await beyond(db, standing, 'newer', OLDER)), ...(await beyond(db, standing, 'older', NEWER))]
  return [...new Set([...byHand, ...beside].map(({ articleId }) => articleId))]
}

/** So many articles are told that one to which they lead is another. */
const MOST_LEADING = 200

async function relatedIn(db: Reading, { articleId, language }: Standing): Promise<FurtherArticle[]> {
  const ids = await relatedTo(db, articleId)
  if (ids.length === 0) return []
  const rows = await shown(db, language).where('edition.articleId', 'in', ids).limit(MOST_RELATED).execute()
  return ids.flatMap((id) => rows.find((row) => row.articleId === id) ?? [])
}

function beyond(db: Reading, standing: Standing, side: 'newer' | 'older', limit: number): Promise<FurtherArticle[]> {
  const { id, language, publishedAt, sectionId } = standing
  const way = side === 'newer' ? 'asc' : 'desc'
  return shown(db, language)
    .innerJoin('listing', 'listing.editionId', 'edition.id')
    .where('listing.list', '=', 'section')
    .where('listing.ofId', '=', sectionId ?? NO_SECTION)
    .where('listing.language', '=', language)
    .where((e) =>
      e(e.refTuple('listing.publishedAt', 'listing.editionId'), side === 'newer' ? '>' : '<', e.tuple(publishedAt, id)),
    )
    .orderBy('listing.publishedAt', way)
    .orderBy('listing.editionId', way)
    .limit(limit)
    .execute()
}

/** The titles of what was published last in a language. */
export function latestTitles(db: Reading, language: Language, limit: number): Promise<FurtherArticle[]> {
  const latest = shown(db, language).orderBy('edition.publishedAt', 'desc').orderBy('edition.id', 'desc')
  return latest.limit(limit).execute()
}

function shown(db: Reading, language: Language) {
  return db
    .look<ArticleTables>()
    .selectFrom('edition')
    .innerJoin('revision', 'revision.id', 'edition.revisionId')
    .select(['edition.articleId', 'edition.slug', 'revision.title'])
    .select((e) => e.ref('edition.publishedAt').$notNull().as('publishedAt'))
    .where('edition.language', '=', language)
    .where('edition.state', '=', 'published')
}
