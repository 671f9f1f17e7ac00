import { namesPart, sectionsPart, signersOf, tagDrafts } from '../../../domain/articles/index.ts'
import { rulesPart } from '../../../domain/moderation/index.ts'
import { nameKey, peopleById } from '../../../domain/people/index.ts'
import { filedParties, outlets } from '../../../domain/sources/index.ts'
import type { Reading } from '../../../store/index.ts'
import { yamlOut } from './yaml-out.ts'

/** By what the folder calls whoever signs, by the keys of their names. */
export type KnownKeys = ReadonlyMap<string, string>

/** What all articles have in common, as publication.yaml says it, and by what articles refer to people and outlets. */
export interface PublicationOut {
  text: string
  zone: string
  personKey(personId: number): string
  outletKey(outletId: number): string
  partyKey(partyId: number): string
}

export async function publicationOut(db: Reading, known: KnownKeys): Promise<PublicationOut> {
  const [named, sections, tags, rules] = [
    await namesPart.read(db),
    await sectionsPart.read(db),
    await tagDrafts(db),
    await rulesPart.read(db),
  ]
  const [sources, parties, signers] = [await outlets(db), await filedParties(db), await signersOf(db)]
  const names = await peopleById(
    db,
    signers.map(({ personId }) => personId),
  )
  const people = signers.flatMap(({ personId, forms }) => {
    const person = names.find(({ id }) => id === personId)
    return person
      ? [{ id: personId, key: known.get(nameKey(person.name)) ?? `person-${personId}`, name: person.name, forms }]
      : []
  })
  const text = yamlOut({
    languages: named.languages.map(({ language }) => language),
    defaultLanguage: named.defaultLanguage,
    zone: named.zone,
    names: Object.fromEntries(named.languages.map(({ language, name }) => [language, name])),
    mottos: Object.fromEntries(
      named.languages.filter(({ motto }) => motto).map(({ language, motto }) => [language, motto]),
    ),
    follow: { ...(named.telegram && { telegram: named.telegram }), ...(named.mail && { mail: named.mail }) },
    sections,
    tags,
    outlets: sources.map(({ key, kind = 'other', country, url, names }) => ({
      key,
      ...(kind !== 'other' && { kind }),
      ...(country && { country }),
      ...(url && { url }),
      names,
    })),
    parties: parties.map(({ key, kind, names, titles }) => ({
      key,
      ...(kind !== 'person' && { kind }),
      names,
      ...(Object.keys(titles).length > 0 && { titles }),
    })),
    people: people.map(({ key, name, forms }) => ({ key, name, ...(Object.keys(forms).length > 0 && { forms }) })),
    rules: rules.map(({ number, words }) => ({
      number,
      titles: Object.fromEntries(words.map(({ language, title }) => [language, title])),
      words: Object.fromEntries(words.map(({ language, words }) => [language, words])),
    })),
  })
  const personKeys = new Map(people.map(({ id, key }) => [id as number, key]))
  const partyKeys = new Map(parties.map(({ id, key }) => [id as number, key]))
  const outletKeys = new Map(sources.map(({ id, key }) => [id as number, key]))
  return {
    text,
    zone: named.zone,
    personKey: (id) => personKeys.get(id)!,
    outletKey: (id) => outletKeys.get(id)!,
    partyKey: (id) => partyKeys.get(id)!,
  }
}
