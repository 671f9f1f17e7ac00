import {
  type ArticleId,
  articleByKey,
  beginFeedIdentity,
  isEmpty,
  publicationOf,
  saveArticle,
  saveEdition,
  savePublication,
} from '../../domain/articles/index.ts'
import { editionChanged } from '../../domain/discussion/index.ts'
import { type Language, languageFrom } from '../../kit/language.ts'
import { Refusal } from '../../kit/refusal.ts'
import type { Writing } from '../../store/index.ts'
import { SENTENCES } from './sentences.ts'
import { FIRST_AT } from './tree.ts'

const ENGLISH: Language = languageFrom('en')!
/** @NOTE the same for all, so that the same seed gives the same rows. */
const FEEDS = 'urn:uuid:3f0c1d4e-7a52-4b6f-9c1e-5d2a8b7e6f10'
const PARAGRAPHS = 8

/** An article to be argued about, in the publication's own language. Throws a Refusal where it is there already. */
export async function publishArticle(tx: Writing, key: string): Promise<ArticleId> {
  if (await isEmpty(tx)) await namePublication(tx)
  if (await articleByKey(tx, key))
    throw new Refusal(`The article ${key} is there already; take another --seed or another folder (PARLEY_DATA).`)
  const { defaultLanguage: language } = await publicationOf(tx)
  const article = { key, sectionId: null, pictureId: null, publishedAt: FIRST_AT }
  const { id } = await saveArticle(tx, article, FIRST_AT)
  const edition = { articleId: id, language, slug: key, publishedAt: FIRST_AT, ...wordsOf(key) }
  await saveEdition(tx, edition, FIRST_AT, editionChanged)
  return id
}

async function namePublication(tx: Writing) {
  await beginFeedIdentity(tx, FEEDS)
  const languages = [{ language: ENGLISH, name: 'The Generated Review', motto: 'Made to measure' }]
  const publication = { defaultLanguage: ENGLISH, zone: 'Europe/Berlin', telegram: null, mail: null, demoSince: null }
  return savePublication(tx, { ...publication, languages }, FIRST_AT)
}

function wordsOf(key: string) {
  const [, sentences] = SENTENCES[0]!
  const title = `What was said about the ferry (${key})`
  const words = Array.from({ length: PARAGRAPHS }, (_, index) => sentences.slice(index, index + 5).join(' '))
  return { title, standfirst: sentences[0]!, pictureAlt: '', pictureCaption: '', words: words.join('\n\n') }
}
