import { type ArticleId, publicationOf, saveArticle, saveEdition } from '../../src/domain/articles/index.ts'
import { editionChanged } from '../../src/domain/discussion/index.ts'
import { type ClaimId, onDay } from '../../src/domain/sources/index.ts'
import type { SourceTables } from '../../src/domain/sources/tables.ts'
import type { Language } from '../../src/kit/language.ts'
import type { Store, Writing } from '../../src/store/index.ts'

/** How many there are of what, and how many of them are large: those are cited in every other step. */
export interface Measure {
  outlets: number
  parties: number
  large: number
  articles: number
  claims: number
  /** Of an article that is as long as one may be, and how many of these are marked. */
  long: { words: number; marks: number }
}

export interface Sourced {
  long: { id: ArticleId; path: string }
  /** Of outlets and of those who speak, the most cited first. */
  pages: { outlets: readonly string[]; parties: readonly string[] }
}

const AT = Date.UTC(2026, 9, 12)
const ARTICLES_AT_ONCE = 20
const DRAWN_ON = 20

/** Fills a publication with outlets, with those who speak, and with articles whose claims came through them by two steps each. */
export async function fillSources(store: Store, measure: Measure): Promise<Sourced> {
  const { defaultLanguage: language } = await publicationOf(store)
  const outlets = await written(store, (tx) => addOutlets(tx, measure.outlets, language))
  const parties = await written(store, (tx) => addParties(tx, measure.parties, language))
  const cited = { outlets: outlets.ids, parties, documents: outlets.documents, large: measure.large }
  for (let first = 0; first < measure.articles; first += ARTICLES_AT_ONCE) {
    const many = Math.min(ARTICLES_AT_ONCE, measure.articles - first)
    const ids = await written(store, async (tx) => {
      const made: ArticleId[] = []
      for (let at = first; at < first + many; at++)
        made.push(await publish(tx, `sourced-${at}`, language, markedText(measure.claims, measure.claims, 12)))
      return made
    })
    await written(store, (tx) => source(tx, ids, cited))
  }
  const { words, marks } = measure.long
  const body = markedText(marks, marks, Math.ceil(words / marks))
  const long = await written(store, (tx) => publish(tx, 'sourced-long', language, body))
  await written(store, (tx) => source(tx, [long], cited))
  const pageOf = (of: string, key: string, count: number) =>
    Array.from({ length: count }, (_, at) => `/${language}/${of}/${key}-${at + 1}`)
  return {
    long: { id: long, path: `/${language}/sourced-long` },
    pages: {
      outlets: pageOf('outlets', 'bench-outlet', measure.outlets),
      parties: pageOf('parties', 'bench-party', measure.parties),
    },
  }
}

async function written<T>(store: Store, work: (tx: Writing) => Promise<T>): Promise<T> {
  return (await store.write(work)).value
}

async function addOutlets(tx: Writing, count: number, language: Language) {
  const ids = await tx.numbers('outlet', count)
  const outlet = ids.map((id, at) => ({ id, key: `bench-outlet-${at + 1}`, url: null, country: null }))
  await tx.fill<SourceTables, 'outlet'>('outlet', outlet as never)
  const words = ids.map((id, at) => formOf('outletId', id, language, `The Courier of Harbour ${at + 1}`))
  await tx.fill<SourceTables, 'outletWords'>('outletWords', words as never)
  const documents = await tx.numbers('sourceDocument', count)
  const rows = ids.map((outletId, at) => ({
    id: documents[at]!,
    outletId,
    url: `https://courier-${at + 1}.example/harbour`,
    title: `What the harbour of ${at + 1} said`,
    language,
    ...onDay('2026-10-12'),
  }))
  await tx.fill<SourceTables, 'sourceDocument'>('sourceDocument', rows as never)
  return { ids, documents }
}

async function addParties(tx: Writing, count: number, language: Language): Promise<number[]> {
  const ids = await tx.numbers('party', count)
  const party = ids.map((id, at) => ({ id, key: `bench-party-${at + 1}`, kind: 'person' }))
  await tx.fill<SourceTables, 'party'>('party', party as never)
  const words = ids.map((id, at) => formOf('partyId', id, language, `Ada Grey the ${at + 1}th`))
  await tx.fill<SourceTables, 'partyWords'>('partyWords', words as never)
  return ids
}

function formOf(column: 'outletId' | 'partyId', id: number, language: Language, name: string) {
  return { [column]: id, language, name, locked: 0, sought: name.toLowerCase() }
}

async function publish(tx: Writing, key: string, language: Language, words: string): Promise<ArticleId> {
  const { id } = await saveArticle(tx, { key, sectionId: null, pictureId: null, publishedAt: AT }, AT)
  const edition = { title: `Sourced: ${key}`, standfirst: '', pictureAlt: '', pictureCaption: '', words }
  await saveEdition(tx, { articleId: id, language, slug: key, publishedAt: AT, ...edition }, AT, editionChanged)
  return id
}

/** Paragraphs of so many words, of which the first so many each mark what they assert. */
function markedText(paragraphs: number, marks: number, words: number): string {
  return Array.from({ length: paragraphs }, (_, at) => {
    const asserted = `the harbour number ${at + 1} is closed`
    const rest = Array.from({ length: Math.max(words - 6, 1) }, (_, word) => FILLING[(at + word) % FILLING.length])
    return `${at < marks ? `[${asserted}]{claim c${at + 1}}` : asserted} ${rest.join(' ')}.`
  }).join('\n\n')
}

const FILLING = 'and nobody who was asked at the town hall would say since when or for how long it had been so'.split(
  ' ',
)

interface Cited {
  outlets: readonly number[]
  parties: readonly number[]
  documents: readonly number[]
  large: number
}

/** Says of each claim of these articles through whom it came: first a speaker, then an outlet. */
async function source(tx: Writing, articleIds: readonly ArticleId[], cited: Cited): Promise<void> {
  const claims = await tx
    .look<SourceTables>()
    .selectFrom('claim')
    .select(['id', 'articleId'])
    .where('articleId', 'in', articleIds)
    .orderBy('id')
    .execute()
  const hops = claims.flatMap(({ id }) => [hopOf(id, 0, cited), hopOf(id, 1, cited)])
  await tx.fill<SourceTables, 'hop'>('hop', hops)
  const drawn = articleIds.flatMap((articleId) =>
    Array.from({ length: DRAWN_ON }, (_, position) => ({
      articleId,
      sourceDocumentId: cited.documents[(articleId * DRAWN_ON + position) % cited.documents.length] as never,
      position,
    })),
  )
  await tx.fill<SourceTables, 'articleSource'>('articleSource', drawn)
}

function hopOf(claimId: ClaimId, position: 0 | 1, { outlets, parties, documents, large }: Cited) {
  const of = position === 0 ? parties : outlets
  const at = claimId % 2 === 0 ? (claimId / 2) % large : claimId % of.length
  return {
    claimId,
    position,
    partyId: (position === 0 ? parties[at]! : null) as never,
    outletId: (position === 1 ? outlets[at]! : null) as never,
    anonymity: 'named',
    relation: position === 0 ? 'said' : 'published',
    sourceDocumentId: (position === 1 ? documents[at]! : null) as never,
    language: null,
    saidOn: '2026-10-12',
    isSeen: 1,
    proposedById: null,
  } as const
}
