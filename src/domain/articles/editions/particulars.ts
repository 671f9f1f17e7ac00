import { stableJson } from '../../../kit/json.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { record } from '../../audit/index.ts'
import { byNameKey, nameKey, type Person } from '../../people/index.ts'
import { editionArrangedAct } from '../acts.ts'
import type { ArticleId } from '../article.ts'
import { byId } from '../articles.ts'
import type { BylineDraft, BylineRole } from '../byline.ts'
import { bylineDrafts, bylinesOn, saveBylines } from '../bylines.ts'
import { articleChanged, editionChanged } from '../events.ts'
import { listArticle } from '../lists/listings.ts'
import type { SectionId } from '../publication/section.ts'
import { sectionWithSlug } from '../publication/sections.ts'
import { articleAtAddress, relatedTo, saveRelated } from '../related.ts'
import type { ArticleTables } from '../tables.ts'
import { tagByNames } from '../tags/tagging.ts'
import { tagsOn } from '../tags/tags.ts'
import type { Edition } from './edition.ts'
import { editionsAtDesk } from './editions.ts'
import { announce, announceLeading } from './publishing/announcing.ts'
import { type Acting, addressOf } from './publishing/publish.ts'
import { keepFormerSlug, refuseTakenSlug } from './publishing/publishing.ts'
import { slugFrom } from './slug.ts'
import { ADDRESSES, mustBeThere } from './writing.ts'

export interface Signer {
  name: string
  role: BylineRole
}

export interface Particulars {
  slug: string
  /** The section's slug; empty for none. */
  section: string
  /** Who signs this edition, in this order. */
  signers: readonly Signer[]
  /** What it is found under, as that is called. */
  tags: readonly string[]
  /** Addresses of the articles to which it leads. */
  related: readonly string[]
}

/** Says where an edition stands and who signs it. It holds at once, in what is published, too. Throws Trouble for what there is not. */
export async function saveParticulars(tx: Writing, { id, by, at, ...given }: Particulars & Acting): Promise<void> {
  await tx.inTurn(ADDRESSES)
  const edition = await mustBeThere(tx, id)
  const before = await told(tx, edition)
  await move(tx, edition, given.slug, at)
  const section = given.section === '' ? null : await sectionWithSlug(tx, given.section)
  if (section === undefined) throw new Trouble('invalid', 'section.missing')
  await setSection(tx, edition.articleId, section?.id ?? null, at)
  await sign(tx, edition, given.signers, at)
  await tagByNames(tx, { articleId: edition.articleId, language: edition.language, names: given.tags, at })
  await saveRelated(tx, edition.articleId, await articlesAt(tx, given.related), at)
  const after = await told(tx, await mustBeThere(tx, id))
  if (stableJson(before) !== stableJson(after)) await record(tx, editionArrangedAct, { byId: by.id, before, after, at })
}

/** What the audit log says of where an edition stands. */
async function told(db: Reading, edition: Edition) {
  const { articleId, language } = edition
  const [article, signed] = [await articleOf(db, articleId), await bylinesOn(db, [edition])]
  return {
    edition: addressOf(edition),
    sections: article?.section ? [article.section] : [],
    bylines: signed.get(edition.id)!.map(({ name }) => name),
    tags: (await tagsOn(db, articleId, language)).map(({ slug }) => slug),
    articles: (await relatedTo(db, articleId)).map(String),
  }
}

async function articlesAt(db: Reading, addresses: readonly string[]) {
  const found: ArticleId[] = []
  for (const address of addresses) found.push(await articleAtAddress(db, address))
  return found
}

async function setSection(tx: Writing, articleId: ArticleId, sectionId: SectionId | null, at: number) {
  if ((await byId(tx, articleId))?.sectionId === sectionId) return
  const editions = (await editionsAtDesk(tx, articleId)).filter(({ state }) => state === 'published')
  const leading = async () => {
    for (const edition of editions) await announceLeading(tx, edition, at)
  }
  await leading()
  await tx.change<ArticleTables>().updateTable('article').set({ sectionId }).where('id', '=', articleId).execute()
  await listArticle(tx, articleId)
  tx.note(articleChanged, { about: articleId, articleId, at })
  await leading()
}

async function move(tx: Writing, edition: Edition, typed: string, at: number) {
  const { id, articleId, language } = edition
  const slug = slugFrom(typed.trim())
  if (!slug) throw new Trouble('invalid', 'slug.wrong')
  if (slug === edition.slug) return
  await refuseTakenSlug(tx, { articleId, language, slug })
  if (edition.feedPath) await keepFormerSlug(tx, edition, slug)
  await tx.change<ArticleTables>().updateTable('edition').set({ slug }).where('id', '=', id).execute()
  await announce(tx, editionChanged, edition, at)
}

/** Those of other editions keep theirs; a translator signs one edition alone. */
async function sign(tx: Writing, { id, articleId }: Edition, signers: readonly Signer[], at: number) {
  const before = await bylineDrafts(tx, articleId)
  const elsewhere = before.filter(({ editionId }) => editionId !== null && editionId !== id)
  const here: BylineDraft[] = []
  for (const { name, role } of signers) {
    const person = await signing(tx, name)
    const known = before.find((one) => one.personId === person.id && one.role === role && !elsewhere.includes(one))
    here.push(known ?? { editionId: role === 'translator' ? id : null, personId: person.id, role, names: {} })
  }
  await saveBylines(tx, articleId, [...here, ...elsewhere], at)
}

async function signing(db: Reading, name: string): Promise<Person> {
  const person = await byNameKey(db, nameKey(name))
  if (!person) throw new Trouble('invalid', 'signer.unknown', { name })
  return person
}

/** The section and picture of an article, by their slugs and names. */
export async function articleOf(db: Reading, id: ArticleId) {
  const article = db.look<ArticleTables>().selectFrom('article').where('article.id', '=', id)
  return article
    .leftJoin('section', 'section.id', 'article.sectionId')
    .select(['article.pictureId', 'section.slug as section'])
    .executeTakeFirst()
}
