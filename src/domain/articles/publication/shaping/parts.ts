import { isInkless } from '../../../../kit/characters.ts'
import { Trouble } from '../../../../kit/trouble.ts'
import { zoneFrom } from '../../../../kit/zone.ts'
import type { Reading, Writing } from '../../../../store/index.ts'
import type { ArticleId } from '../../article.ts'
import { slugFrom } from '../../editions/slug.ts'
import { publicationChanged } from '../../events.ts'
import type { ArticleTables } from '../../tables.ts'
import type { TagDraft } from '../../tags/tag.ts'
import { saveTags, tagDrafts } from '../../tags/tags.ts'
import { frontPlaces, saveFrontPlaces } from '../front-places.ts'
import type { Look } from '../look/look.ts'
import { lookOf, saveLook } from '../look/looks.ts'
import type { StaticPage } from '../pages/static-page.ts'
import { saveStaticPages, staticPages } from '../pages/static-pages.ts'
import type { Publication } from '../publication.ts'
import { publicationOf, savePublication } from '../publications.ts'
import { type SectionDraft, saveSection, sectionDrafts } from '../sections.ts'
import type { PublicationPart } from './publication-part.ts'

const LONGEST_NAME = 100
const LONGEST_MOTTO = 200

type Named = Omit<Publication, 'demoSince'>

/** What the publication is called, in which languages it appears, and where it is followed. */
export const namesPart: PublicationPart<Named> = {
  name: 'names',
  async read(db) {
    const { demoSince: _, ...named } = await publicationOf(db)
    return { ...named, languages: named.languages.map((words) => ({ ...words })) }
  },
  async write(tx, named, at) {
    mustBeNamed(named)
    await savePublication(tx, { ...(await publicationOf(tx)), ...named }, at)
  },
  told: ({ languages, defaultLanguage, zone, telegram, mail }) => ({
    names: languages.map(({ language, name, motto }) => `${language}: ${name}${motto ? ` – ${motto}` : ''}`),
    languages: [defaultLanguage],
    zone,
    channels: [telegram, mail].filter((one) => one !== null),
  }),
}

function mustBeNamed({ languages, defaultLanguage, zone }: Named): void {
  zoneFrom(zone)
  if (languages.length === 0) throw new Trouble('invalid', 'publication.without-language')
  if (!languages.some(({ language }) => language === defaultLanguage))
    throw new Trouble('invalid', 'publication.default-missing')
  if (new Set(languages.map(({ language }) => language)).size < languages.length)
    throw new Trouble('invalid', 'publication.language-twice')
  for (const { name, motto } of languages) {
    if (isInkless(name)) throw new Trouble('invalid', 'publication.without-name')
    if (name.length > LONGEST_NAME) throw new Trouble('invalid', 'publication.name-too-long', { limit: LONGEST_NAME })
    if (motto.length > LONGEST_MOTTO)
      throw new Trouble('invalid', 'publication.motto-too-long', { limit: LONGEST_MOTTO })
  }
}

/** The sections in their order. One in which articles stand stays. */
export const sectionsPart: PublicationPart<readonly Omit<SectionDraft, 'position'>[]> = {
  name: 'sections',
  async read(db) {
    return (await sectionDrafts(db)).map(({ slug, names }) => ({ slug, names }))
  },
  async write(tx, wanted, at) {
    if (new Set(wanted.map(({ slug }) => slug)).size < wanted.length) throw new Trouble('conflict', 'slug.taken')
    for (const { slug, names } of wanted) {
      if (slugFrom(slug) === undefined) throw new Trouble('invalid', 'slug.wrong')
      if (Object.keys(names).length === 0) throw new Trouble('invalid', 'section.without-name')
    }
    for (const { slug } of await sectionDrafts(tx)) {
      if (!wanted.some((one) => one.slug === slug)) await removeSection(tx, slug, at)
    }
    for (const [position, section] of wanted.entries()) await saveSection(tx, { ...section, position }, at)
  },
  told: (sections) => ({ sections: sections.map(({ slug, names }) => `${slug}: ${Object.values(names).join(', ')}`) }),
}

async function removeSection(tx: Writing, slug: string, at: number) {
  const id = tx.look<ArticleTables>().selectFrom('section').select('id').where('slug', '=', slug)
  const isUsed = await tx
    .look<ArticleTables>()
    .selectFrom('article')
    .select('id')
    .where('sectionId', 'in', id)
    .limit(1)
    .execute()
  if (isUsed.length > 0) throw new Trouble('conflict', 'section.is-used', { slug })
  await tx.change<ArticleTables>().deleteFrom('sectionWords').where('sectionId', 'in', id).execute()
  await tx.change<ArticleTables>().deleteFrom('section').where('slug', '=', slug).execute()
  tx.note(publicationChanged, { at })
}

/** What articles are found under. One under which articles stand stays. */
export const tagsPart: PublicationPart<readonly TagDraft[]> = {
  name: 'tags',
  read: tagDrafts,
  write: saveTags,
  told: (tags) => ({ tags: tags.map(({ slug, names }) => `${slug}: ${Object.values(names).join(', ')}`) }),
}

/** The pages that stand for themselves. */
export const pagesPart: PublicationPart<readonly StaticPage[]> = {
  name: 'pages',
  read: staticPages,
  write: saveStaticPages,
  told: (pages) => ({
    pages: pages.map(({ slug, words }) => `${slug}: ${words.map(({ title }) => title).join(', ')}`),
  }),
}

/** What opens the front pages. */
export const frontPart: PublicationPart<readonly ArticleId[]> = {
  name: 'front',
  read: frontPlaces,
  write: saveFrontPlaces,
  told: (articleIds) => ({ articles: articleIds.map(String) }),
}

/** Colours, typeface and mark. */
export const lookPart: PublicationPart<Look> = {
  name: 'look',
  read: async (db: Reading) => ({ ...(await lookOf(db)) }),
  write: saveLook,
  told: ({ accent, accentDark, typeface, markId }) => ({
    colours: [accent, accentDark].filter((one) => one !== null),
    typeface,
    picture: markId,
  }),
}
