import type { Language } from '../../../kit/language.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Writing } from '../../../store/index.ts'
import { caseFolded } from '../../../text/fold.ts'
import type { ArticleId } from '../article.ts'
import { slugFor } from '../editions/slug.ts'
import { articleChanged } from '../events.ts'
import { listArticle } from '../lists/listings.ts'
import type { ArticleTables } from '../tables.ts'
import { MOST_TAGS, MOST_TAGS_ON_ONE, type TagDraft, type TagId, tagNameFrom } from './tag.ts'
import { saveTag, TAGS, tagDrafts, tagWithSlug } from './tags.ts'

/** What somebody wants an article to be found under, by names in a language. */
export interface Tagging {
  articleId: ArticleId
  language: Language
  names: readonly string[]
  at: number
}

/** Puts an article under tags, by what they are called; a name that no tag has yet makes one. */
export async function tagByNames(tx: Writing, { articleId, language, names, at }: Tagging): Promise<void> {
  const wanted = [
    ...new Map(
      names
        .map(tagNameFrom)
        .filter(Boolean)
        .map((name) => [caseFolded(name), name]),
    ).values(),
  ]
  if (wanted.length === 0) return putUnder(tx, articleId, [], at)
  await tx.inTurn(TAGS)
  const known = [...(await tagDrafts(tx))]
  const slugs: string[] = []
  for (const name of wanted) {
    const found = called(known, name, language)
    const slug = found?.slug ?? (await newSlug(tx, name))
    if (!found) known.push(await begin(tx, { slug, names: { [language]: name } }, known.length, at))
    slugs.push(slug)
  }
  await tagBySlugs(tx, articleId, slugs, at)
}

/** The same by their addresses. Throws Trouble for one that there is not. */
export async function tagBySlugs(tx: Writing, articleId: ArticleId, slugs: readonly string[], at: number) {
  const ids: TagId[] = []
  for (const slug of new Set(slugs)) {
    const tag = await tagWithSlug(tx, slug)
    if (!tag) throw new Trouble('invalid', 'tag.missing', { slug })
    ids.push(tag.id)
  }
  await putUnder(tx, articleId, ids, at)
}

async function putUnder(tx: Writing, articleId: ArticleId, tagIds: readonly TagId[], at: number): Promise<void> {
  if (tagIds.length > MOST_TAGS_ON_ONE) throw new Trouble('invalid', 'tags.too-many', { limit: MOST_TAGS_ON_ONE })
  const present = tx.look<ArticleTables>().selectFrom('articleTag').select('tagId').where('articleId', '=', articleId)
  const before = (await present.orderBy('position').execute()).map(({ tagId }) => tagId)
  if (before.join() === tagIds.join()) return
  await tx.change<ArticleTables>().deleteFrom('articleTag').where('articleId', '=', articleId).execute()
  const rows = tagIds.map((tagId, position) => ({ articleId, tagId, position }))
  if (rows.length > 0) await tx.change<ArticleTables>().insertInto('articleTag').values(rows).execute()
  await listArticle(tx, articleId)
  tx.note(articleChanged, { about: articleId, articleId, at })
}

/** The tag that has this name in the language, or else in any. */
function called(known: readonly TagDraft[], name: string, language: Language): TagDraft | undefined {
  const is = (one: string | undefined) => one !== undefined && caseFolded(one) === caseFolded(name)
  return known.find(({ names }) => is(names[language])) ?? known.find(({ names }) => Object.values(names).some(is))
}

async function begin(tx: Writing, tag: TagDraft, known: number, at: number): Promise<TagDraft> {
  if (known >= MOST_TAGS) throw new Trouble('invalid', 'tags.too-many', { limit: MOST_TAGS })
  await saveTag(tx, tag, at)
  return tag
}

async function newSlug(tx: Writing, name: string): Promise<string> {
  const wished = slugFor(name)
  for (let number = 1; ; number++) {
    const slug = number === 1 ? wished : `${wished}-${number}`
    if (!(await tagWithSlug(tx, slug))) return slug
  }
}
