import { paths } from '../../addresses/paths.ts'
import { nameFrom, nameKey } from '../../domain/people/index.ts'
import { stableJson } from '../../kit/json.ts'
import type { MistakePlace, Mistakes } from '../kit/mistakes.ts'
import type { Given, Located } from '../kit/yaml-text.ts'
import { checkClaims } from './check-claims.ts'
import type { PublicationFile } from './publication-file.ts'
import type { ReadArticle, ReadEdition, ReadFolder } from './read-folder.ts'
import { checkTexts } from './texts.ts'

/** Sees that what the files say of one another is so. */
export function check({ publication, articles, given }: ReadFolder, mistakes: Mistakes) {
  if (publication) checkPublication(publication, mistakes)
  for (const article of articles) checkArticle(article, mistakes)
  if (given.publication) checkReferences(given.publication, given, mistakes)
  checkSlugs(given.editions, mistakes)
  checkSources(articles, mistakes)
  const { parties = [], outlets = [] } = publication?.value ?? {}
  const keysOf = (list: readonly { key: string }[]) => list.map(({ key }) => key)
  for (const article of articles) checkClaims(article, keysOf(parties), keysOf(outlets), mistakes)
}

function checkPublication({ value, at }: Located<PublicationFile>, mistakes: Mistakes) {
  const { languages, defaultLanguage, names, sections, outlets, parties, people, rules } = value
  for (const language of languages) {
    if (!names[language]) mistakes.add(at('names'), `The publication has no name in “${language}”.`)
  }
  if (defaultLanguage && !languages.includes(defaultLanguage)) {
    mistakes.add(at('defaultLanguage'), `“${defaultLanguage}” is none of the publication’s languages.`)
  }
  const once = <T>(list: string, things: readonly T[], name: (thing: T) => string | number) =>
    refuseTwice(
      things.map((thing, index) => ({ name: `${name(thing)}`, place: at(list, index) })),
      mistakes,
    )
  once('languages', languages, (language) => language)
  once('sections', sections, ({ slug }) => slug)
  once('outlets', outlets, ({ key }) => key)
  once('parties', parties, ({ key }) => key)
  once('people', people, ({ key }) => key)
  once('rules', rules, ({ number }) => number)
  people.forEach(({ name }, index) => {
    checkName(name, at('people', index, 'name'), mistakes)
  })
  refuseTwice(
    people.map(({ name }, index) => ({ name, place: at('people', index, 'name') })),
    mistakes,
    nameKey,
  )
}

function checkName(name: string, place: MistakePlace, mistakes: Mistakes) {
  try {
    nameFrom(name)
  } catch (error) {
    mistakes.addTrouble(place, error)
  }
}

interface Named {
  name: string
  place: MistakePlace
}

function refuseTwice(things: readonly Named[], mistakes: Mistakes, keyOf = (name: string) => name) {
  const before = new Map<string, MistakePlace>()
  for (const { name, place } of things) {
    const first = before.get(keyOf(name))
    if (first) mistakes.add(place, `“${name}” stands here twice, first in line ${first.line}.`)
    else before.set(keyOf(name), place)
  }
}

function checkArticle(article: ReadArticle, mistakes: Mistakes) {
  const { folder, value, at, languages, editions } = article
  checkTexts(article, mistakes)
  if (languages.length === 0) mistakes.add({ file: folder }, 'There is no edition, such as en.md.')
  for (const edition of editions) {
    if (edition.value.picture && !value.picture)
      mistakes.add(edition.at('picture'), 'The article has no picture in article.yaml.')
    if (value.picture && !edition.value.picture) {
      mistakes.add(edition.at(), 'The article’s picture is not described: “picture, alt” is missing.')
    }
  }
  checkOriginals(article, mistakes)
  value.bylines.forEach(({ only }, index) => {
    const place = at('bylines', index, 'only')
    if (only && !languages.includes(only)) mistakes.add(place, `There is no edition ${only}.md.`)
  })
}

/** Of an edition that translates another, that one stands here, too, and none is made of itself. */
function checkOriginals({ languages, editions }: ReadArticle, mistakes: Mistakes) {
  const originals = new Map(editions.map(({ language, value }) => [language, value.original]))
  for (const { language, value, at } of editions) {
    if (!value.original) continue
    if (!languages.includes(value.original)) mistakes.add(at('original'), `There is no edition ${value.original}.md.`)
    const seen = new Set([language])
    for (let one = originals.get(language); one; one = originals.get(one)) {
      if (seen.has(one)) {
        mistakes.add(at('original'), 'Each of these editions would be a translation of the other.')
        break
      }
      seen.add(one)
    }
  }
}

type Fields = Readonly<Record<string, unknown>>

/** Lists that are no lists, and names that are no text, are told of already. */
function checkReferences({ given }: Given, { articles, editions }: ReadFolder['given'], mistakes: Mistakes) {
  const known = (list: string, field?: string) => {
    const items = (given as Fields | null)?.[list]
    return Array.isArray(items)
      ? items.map((item) => (field ? fieldsOf(item)[field] : item))
      : items === undefined
        ? []
        : undefined
  }
  const refers = (place: MistakePlace, name: unknown, list: string, names: readonly unknown[] | undefined) => {
    if (typeof name !== 'string' || !names || names.includes(name)) return
    mistakes.add(place, `“${name}” is not among the ${list} in publication.yaml.`)
  }
  const [slugs, outlets, people] = [known('sections', 'slug'), known('outlets', 'key'), known('people', 'key')]
  for (const { given: article, at } of articles) {
    const { section, bylines, sources } = fieldsOf(article)
    refers(at('section'), section, 'sections', slugs)
    listOf(bylines).forEach(({ person }, i) => void refers(at('bylines', i, 'person'), person, 'people', people))
    listOf(sources).forEach(({ outlet }, i) => void refers(at('sources', i, 'outlet'), outlet, 'outlets', outlets))
  }
  const languages = known('languages')
  for (const { language, at } of editions) refers({ file: at().file }, language, 'languages', languages)
}

function fieldsOf(given: unknown): Fields {
  return typeof given === 'object' && given !== null ? (given as Fields) : {}
}

function listOf(given: unknown): Fields[] {
  return Array.isArray(given) ? given.map(fieldsOf) : []
}

function checkSlugs(editions: readonly ReadEdition[], mistakes: Mistakes) {
  const before = new Map<string, MistakePlace>()
  for (const { language, value, at } of editions) {
    const address = paths.article(language, value.slug)
    const first = before.get(address)
    if (first)
      mistakes.add(at('slug'), `The slug “${value.slug}” is already used in ${first.file}, line ${first.line}.`)
    else before.set(address, at('slug'))
  }
}

/** One report of an outlet stands at one address; two articles that draw on it must say the same of it. */
function checkSources(articles: readonly ReadArticle[], mistakes: Mistakes) {
  const before = new Map<string, { said: string; place: MistakePlace; by: ReadArticle }>()
  for (const article of articles) {
    article.value.sources.forEach((source, index) => {
      const place = article.at('sources', index)
      const report = `${source.outlet} ${source.url}`
      const first = before.get(report)
      if (!first) before.set(report, { said: stableJson(source), place, by: article })
      else if (first.by === article)
        mistakes.add(place, `This source stands here twice, first in line ${first.place.line}.`)
      else if (first.said !== stableJson(source)) {
        mistakes.add(place, `This source is described otherwise in ${first.place.file}, line ${first.place.line}.`)
      }
    })
  }
}
