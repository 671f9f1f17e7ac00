import {
  type Names,
  publicationChanged,
  publicationOf,
  type SectionId,
  savePublication,
  saveSection,
  saveTag,
  sections,
} from '../../domain/articles/index.ts'
import { rulesIn, saveRule } from '../../domain/moderation/index.ts'
import { byNameKey, nameKey, type PersonId, personNamed } from '../../domain/people/index.ts'
import { type OutletId, type PartyId, saveOutlet, saveParty } from '../../domain/sources/index.ts'
import type { Language } from '../../kit/language.ts'
import type { Writing } from '../../store/index.ts'
import type { ArticlesTally } from './articles-tally.ts'
import type { PublicationFile } from './publication-file.ts'

/** What articles refer to, by the names that the files have for it. */
export interface KnownRows {
  zone: string
  languages: readonly Language[]
  sections: ReadonlyMap<string, SectionId>
  outlets: ReadonlyMap<string, OutletId>
  parties: ReadonlyMap<string, PartyId>
  people: ReadonlyMap<string, Signer>
}

/** A person, and how the name is written in each language. */
interface Signer {
  id: PersonId
  forms: Names
}

/** Writes what publication.yaml says. What it no longer names stays: articles may refer to it. */
export async function writePublication(
  tx: Writing,
  file: PublicationFile,
  tally: ArticlesTally,
  at: number,
  isLeft: boolean,
): Promise<KnownRows> {
  if (isLeft) return { ...(await knownHere(tx, file, tally, at)), zone: file.zone, languages: file.languages }
  await writeNames(tx, file, tally, at)
  await writeRules(tx, file, tally, at)
  for (const tag of file.tags) await saveTag(tx, tag, at)
  return {
    zone: file.zone,
    languages: file.languages,
    sections: await writeSections(tx, file, tally, at),
    outlets: await writeOutlets(tx, file, tally, at),
    parties: await writeParties(tx, file, tally, at),
    people: await writePeople(tx, file, tally),
  }
}

/** What is here already, where the file is left alone; outlets and people are nobody's but the files'. */
async function knownHere(tx: Writing, file: PublicationFile, tally: ArticlesTally, at: number) {
  const here = await sections(tx, file.languages[0]!)
  tally.publication.same++
  return {
    sections: new Map(here.map(({ slug, id }) => [slug, id])),
    outlets: await writeOutlets(tx, file, tally, at),
    parties: await writeParties(tx, file, tally, at),
    people: await writePeople(tx, file, tally),
  }
}

async function writeNames(
  tx: Writing,
  { languages, defaultLanguage, zone, names, mottos, follow }: PublicationFile,
  tally: ArticlesTally,
  at: number,
) {
  const { demoSince } = await publicationOf(tx)
  const { telegram = null, mail = null } = follow
  const words = languages.map((language) => ({ language, name: names[language] ?? '', motto: mottos[language] ?? '' }))
  const publication = {
    defaultLanguage: defaultLanguage ?? languages[0]!,
    zone,
    telegram,
    mail,
    demoSince,
    languages: words,
  }
  tally.publication[await savePublication(tx, publication, at)]++
}

async function writeSections(tx: Writing, { sections }: PublicationFile, tally: ArticlesTally, at: number) {
  const ids = new Map<string, SectionId>()
  for (const [position, { slug, names }] of sections.entries()) {
    const { id, outcome } = await saveSection(tx, { slug, position, names }, at)
    tally.sections[outcome]++
    ids.set(slug, id)
  }
  return ids
}

async function writeOutlets(tx: Writing, { outlets }: PublicationFile, tally: ArticlesTally, at: number) {
  const ids = new Map<string, OutletId>()
  for (const { url = null, ...outlet } of outlets) {
    const { id, outcome } = await saveOutlet(tx, { url, ...outlet }, at)
    tally.outlets[outcome]++
    ids.set(outlet.key, id)
  }
  return ids
}

async function writeParties(tx: Writing, { parties }: PublicationFile, tally: ArticlesTally, at: number) {
  const ids = new Map<string, PartyId>()
  for (const party of parties) {
    const { id, outcome } = await saveParty(tx, party, at)
    tally.parties[outcome]++
    ids.set(party.key, id)
  }
  return ids
}

async function writePeople(tx: Writing, { people }: PublicationFile, tally: ArticlesTally) {
  const known = new Map<string, Signer>()
  for (const { key, name, forms } of people) {
    const before = await byNameKey(tx, nameKey(name))
    tally.people[before ? 'same' : 'new']++
    known.set(key, { id: (before ?? (await personNamed(tx, name))).id, forms })
  }
  return known
}

async function writeRules(tx: Writing, { rules, languages }: PublicationFile, tally: ArticlesTally, at: number) {
  const before = new Set((await rulesIn(tx, languages[0]!)).map(({ number }) => number))
  for (const { number, titles, words } of rules) {
    const inLanguages = Object.keys(titles).map((language) => {
      return { language, title: titles[language as Language] ?? '', words: words[language as Language] ?? '' }
    })
    const changed = await saveRule(tx, number, inLanguages)
    tally.rules[changed ? (before.has(number) ? 'changed' : 'new') : 'same']++
    if (changed) tx.note(publicationChanged, { at })
  }
}
