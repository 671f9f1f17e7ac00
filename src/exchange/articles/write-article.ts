import {
  type ArticleId,
  appearsAt,
  articleByKey,
  type EditionDraft,
  type EditionId,
  editionIn,
  type ImportBar,
  importBar,
  type NamedPicture,
  saveArticle,
  saveBylines,
  saveEdition,
  saveRelated,
  saveTextPictures,
  tagBySlugs,
} from '../../domain/articles/index.ts'
import { editionChanged } from '../../domain/discussion/index.ts'
import {
  addPicture,
  describeAtFirst,
  type PictureFile,
  type PictureId,
  pictureByHash,
} from '../../domain/media/index.ts'
import { saveSources } from '../../domain/sources/index.ts'
import type { Language } from '../../kit/language.ts'
import type { Writing } from '../../store/index.ts'
import { momentFrom } from '../kit/fields.ts'
import type { ArticlesTally } from './articles-tally.ts'
import { BOTH_CHANGED, NEWER_HERE, type Sides } from './both-sides.ts'
import { translatedIn, writeOriginals } from './originals.ts'
import type { KeptPictures } from './pictures.ts'
import type { ReadArticle } from './read-folder.ts'
import { writeClaims } from './write-claims.ts'
import type { KnownRows } from './write-publication.ts'

/** Writes one article with its picture, editions, bylines and sources; those that changed nothing are told so. */
export async function writeArticle(
  tx: Writing,
  article: ReadArticle,
  known: KnownRows,
  pictures: KeptPictures,
  tally: ArticlesTally,
  at: number,
  judged: Judged,
) {
  const { section, published } = article.value
  const before = judged.isLeft ? await articleByKey(tx, article.key) : undefined
  if (before) {
    tally.articles.same++
    return void (await writeEditions(tx, article, before.id, known, tally, at, judged))
  }
  const pictureId = await writePicture(tx, pictures.get(article.key)?.above, tally)
  if (pictureId) await describe(tx, pictureId, article)
  const { id, outcome } = await saveArticle(
    tx,
    {
      key: article.key,
      sectionId: known.sections.get(section ?? '') ?? null,
      pictureId,
      publishedAt: momentOf(published, known),
    },
    at,
  )
  await writeTextPictures(tx, id, pictures.get(article.key)?.named, tally)
  const editions = await writeEditions(tx, article, id, known, tally, at, judged)
  await writeOriginals(tx, article, editions, at)
  const signed = await writeBylines(tx, article, id, editions, known, at)
  const sourced = await writeSources(tx, article, id, known, at)
  const claimed = await writeClaims(tx, article.value, id, known, at)
  if (article.value.tags) await tagBySlugs(tx, id, article.value.tags, at)
  tally.articles[outcome === 'same' && (signed || sourced || claimed) ? 'changed' : outcome]++
}

async function writePicture(tx: Writing, picture: PictureFile | undefined, tally: ArticlesTally) {
  if (!picture) return null
  const before = await pictureByHash(tx, picture.hash)
  tally.pictures[before ? 'same' : 'new']++
  return (before ?? (await addPicture(tx, picture))).id
}

async function describe(tx: Writing, id: PictureId, { editions }: ReadArticle) {
  for (const { language, value } of editions) {
    const { alt = '', caption = '' } = value.picture ?? {}
    await describeAtFirst(tx, id, { language, alt, caption })
  }
}

async function writeTextPictures(
  tx: Writing,
  articleId: ArticleId,
  named: ReadonlyMap<string, PictureFile> = new Map(),
  tally: ArticlesTally,
) {
  const pictures: NamedPicture[] = []
  for (const [name, picture] of named) {
    const pictureId = await writePicture(tx, picture, tally)
    if (pictureId) pictures.push({ name, pictureId })
  }
  await saveTextPictures(tx, articleId, pictures)
}

/** Whether what a file says of an article is left alone, and where to tell what was. */
export interface Judged {
  isLeft: boolean
  told: (file: string, sentence: string) => void
  /** What has changed since an edition's file and the edition last said the same. */
  sidesOf: (language: Language) => Promise<Sides>
}

/** Leads articles to others, once all of them are there. */
export async function writeRelated(tx: Writing, article: ReadArticle, at: number) {
  const { related } = article.value
  const own = related && (await articleByKey(tx, article.key))
  if (!related || !own) return
  const others = await Promise.all(related.map((key) => articleByKey(tx, key)))
  await saveRelated(
    tx,
    own.id,
    others.flatMap((one) => one?.id ?? []),
    at,
  )
}

const BARS: Readonly<Record<ImportBar, string>> = {
  deleted: 'Its article was deleted at the desk; it was left alone.',
  held: 'Somebody is writing it at the desk; it was left alone.',
  embargoed: 'It is under an embargo that the desk has set; it was left alone.',
  'desk-newer': NEWER_HERE,
  'both-changed': BOTH_CHANGED,
}

/** Why a file's words are left alone; undefined where they are not. */
async function leftBecause(tx: Writing, draft: EditionDraft, sides: Sides, at: number): Promise<string | undefined> {
  const bar = await importBar(tx, draft, at)
  if (sides && (bar === undefined || bar === 'desk-newer' || bar === 'both-changed')) {
    if (!sides.here) return
    return sides.file ? BOTH_CHANGED : NEWER_HERE
  }
  return bar && BARS[bar]
}

/** @NOTE the numbers tell the original from its translations: editions that nobody translated come first. */
async function writeEditions(
  tx: Writing,
  { value, editions }: ReadArticle,
  articleId: ArticleId,
  known: KnownRows,
  tally: ArticlesTally,
  at: number,
  { told, sidesOf }: Pick<Judged, 'told' | 'sidesOf'>,
) {
  const translated = translatedIn(value.bylines)
  const rank = (language: Language) =>
    known.languages.indexOf(language) + (translated.has(language) ? known.languages.length : 0)
  const ids = new Map<Language, EditionId>()
  for (const { language, value: words, body, at: place } of editions.toSorted(
    (a, b) => rank(a.language) - rank(b.language),
  )) {
    const draft = {
      articleId,
      language,
      slug: words.slug,
      publishedAt: momentOf(words.published ?? value.published, known),
      title: words.title,
      standfirst: words.standfirst ?? '',
      pictureAlt: words.picture?.alt ?? '',
      pictureCaption: words.picture?.caption ?? '',
      words: body,
    }
    const sides = await sidesOf(language)
    const why = await leftBecause(tx, draft, sides, at)
    if (why) {
      told(place().file, why)
      tally.editions.same++
      const present = await editionIn(tx, articleId, language)
      if (present) ids.set(language, present.id)
      continue
    }
    const publishedAt = sides ? draft.publishedAt : await appearsAt(tx, draft)
    const { id, outcome } = await saveEdition(tx, { ...draft, publishedAt }, at, editionChanged)
    tally.editions[outcome]++
    ids.set(language, id)
  }
  return ids
}

function writeBylines(
  tx: Writing,
  { value }: ReadArticle,
  articleId: ArticleId,
  editions: ReadonlyMap<Language, EditionId>,
  known: KnownRows,
  at: number,
) {
  const bylines = value.bylines.map(({ person, role, only }) => {
    const { id: personId, forms: names } = known.people.get(person)!
    return { editionId: (only && editions.get(only)) ?? null, personId, role, names }
  })
  return saveBylines(tx, articleId, bylines, at)
}

function writeSources(tx: Writing, { value }: ReadArticle, articleId: ArticleId, known: KnownRows, at: number) {
  const sources = value.sources.map(({ outlet, title, url, language, date }) => {
    return { outletId: known.outlets.get(outlet)!, title, url, language, publishedOn: date ?? null }
  })
  return saveSources(tx, articleId, sources, at)
}

function momentOf(text: string | undefined, { zone }: KnownRows): number | null {
  return text === undefined ? null : momentFrom(text, zone)
}
