import path from 'node:path'
import {
  type ArticleId,
  type ArticleTables,
  articleById,
  articleOf,
  bylineDrafts,
  deletionOf,
  type Edition,
  editionsAtDesk,
  relatedTo,
  revisionWithId,
  tagsOn,
} from '../../../domain/articles/index.ts'
import { originalName, type PictureTables, type PictureType, pictureById } from '../../../domain/media/index.ts'
import { sourceDraftsOf } from '../../../domain/sources/index.ts'
import { translationOf } from '../../../domain/translation/index.ts'
import type { Language } from '../../../kit/language.ts'
import type { Reading } from '../../../store/index.ts'
import { originalsIn } from '../originals.ts'
import { claimsOut } from './claims-out.ts'
import type { PublicationOut } from './publication-out.ts'
import { yamlOut } from './yaml-out.ts'

/** The files of one article as an export writes them; names are from the root of the folder. */
export interface ArticleOut {
  /** The text of article.yaml, and of each edition that can be told in a file. */
  texts: ReadonlyMap<string, string>
  /** Pictures by their names, each as the media folder keeps it. */
  pictures: ReadonlyMap<string, string>
  /** What cannot be told in a file, a line each. */
  untold: readonly string[]
}

const NOTHING: ArticleOut = { texts: new Map(), pictures: new Map(), untold: [] }
const ENDINGS: Readonly<Record<PictureType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
}

export async function articleOut(db: Reading, id: ArticleId, publication: PublicationOut): Promise<ArticleOut> {
  const article = await articleById(db, id)
  if (!article || (await deletionOf(db, id))) return NOTHING
  const { key, publishedAt } = article
  const all = await editionsAtDesk(db, id)
  const [told, untold] = partition(all, (edition) => isTold(edition, publishedAt))
  const texts = new Map<string, string>()
  for (const edition of told) {
    const text = await editionText(db, edition, publishedAt, await originalTold(db, edition, told))
    if (text) texts.set(path.posix.join(key, `${edition.language}.md`), text)
  }
  if (texts.size === 0) return { ...NOTHING, untold: untold.map(untoldLine(key)) }
  const above = article.pictureId === null ? undefined : await pictureById(db, article.pictureId)
  const file = above && `picture.${ENDINGS[above.type]}`
  texts.set(
    path.posix.join(key, 'article.yaml'),
    await articleText(db, article.id, publishedAt, all, file, publication),
  )
  const pictures = new Map(
    (await picturesWithin(db, id)).map(({ name, hash }) => [path.posix.join(key, name), originalName(hash)]),
  )
  if (above) pictures.set(path.posix.join(key, file!), originalName(above.hash))
  return { texts, pictures, untold: untold.map(untoldLine(key)) }
}

/** @NOTE a file says when an edition appeared or will; not that one of several does not appear yet, or no more. */
function isTold({ state }: Edition, publishedAt: number | null): boolean {
  if (state === 'withdrawn' || state === 'retracted') return false
  return publishedAt === null || state === 'published' || state === 'scheduled'
}

function untoldLine(key: string) {
  return ({ language, state }: Edition) => {
    const name = path.posix.join(key, `${language}.md`)
    return `${name}: It is ${state}, which no file can say; it was left out.`
  }
}

/** Of which edition it is a translation, where the bylines do not say the same. */
async function originalTold(db: Reading, edition: Edition, told: readonly Edition[]): Promise<Language | undefined> {
  const translation = await translationOf(db, edition.id)
  const original = told.find(({ id }) => id === translation?.originalId)?.language
  const bylines = (await bylineDrafts(db, edition.articleId)).map(({ role, editionId }) => ({
    role,
    only: told.find(({ id }) => id === editionId)?.language,
  }))
  const editions = told.map(({ language }) => ({ language, value: {} }))
  return originalsIn({ value: { bylines }, editions }).get(edition.language) === original ? undefined : original
}

async function editionText(
  db: Reading,
  edition: Edition,
  publishedAt: number | null,
  original: Language | undefined,
): Promise<string | undefined> {
  const id = edition.revisionId ?? edition.latestId
  const revision = id === null ? undefined : await revisionWithId(db, id)
  if (!revision || revision.title === '' || revision.words.trim() === '') return
  const { title, standfirst, pictureAlt: alt, pictureCaption: caption, words } = revision
  const head = yamlOut({
    title,
    slug: edition.slug,
    original,
    standfirst: standfirst || undefined,
    published: edition.publishedAt === publishedAt ? undefined : momentOut(edition.publishedAt),
    picture: alt ? { alt, ...(caption && { caption }) } : undefined,
  })
  return `---\n${head}---\n${words.trim()}\n`
}

async function articleText(
  db: Reading,
  id: ArticleId,
  publishedAt: number | null,
  editions: readonly Edition[],
  file: string | undefined,
  publication: PublicationOut,
): Promise<string> {
  const { personKey, outletKey } = publication
  const [article, bylines] = [await articleOf(db, id), await bylineDrafts(db, id)]
  const [tags, related] = [await tagsOn(db, id, 'en' as Language), await relatedTo(db, id)]
  const others = await Promise.all(related.map((one) => articleById(db, one)))
  const languageOf = (editionId: number) => editions.find((one) => one.id === editionId)?.language
  const { claims, quotes, reports } = await claimsOut(db, id, publication)
  const sources = await sourceDraftsOf(db, id)
  const further = reports.filter(({ url }) => !sources.some((source) => source.url === url))
  return yamlOut({
    section: article?.section,
    published: momentOut(publishedAt),
    picture: file && { file },
    tags: tags.map(({ slug }) => slug),
    related: others.flatMap((one) => one?.key ?? []),
    bylines: bylines.map(({ personId, role, editionId }) => ({
      person: personKey(personId),
      role,
      ...(editionId !== null && { only: languageOf(editionId) }),
    })),
    sources: [...sources, ...further].map(({ outletId, title, url, language, publishedOn }) => ({
      outlet: outletKey(outletId),
      title,
      url,
      language,
      ...(publishedOn && { date: publishedOn }),
    })),
    claims,
    quotes,
  })
}

function picturesWithin(db: Reading, articleId: ArticleId) {
  return db
    .look<ArticleTables & PictureTables>()
    .selectFrom('articlePicture')
    .innerJoin('picture', 'picture.id', 'articlePicture.pictureId')
    .select(['articlePicture.name', 'picture.hash'])
    .where('articlePicture.articleId', '=', articleId)
    .orderBy('articlePicture.name')
    .execute()
}

function momentOut(at: number | null): string | undefined {
  return at === null ? undefined : Temporal.Instant.fromEpochMilliseconds(at).toString()
}

function partition<T>(all: readonly T[], isWanted: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isWanted), all.filter((one) => !isWanted(one))]
}
