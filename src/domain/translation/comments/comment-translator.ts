import { setTimeout } from 'node:timers/promises'
import { SECOND_MS } from '../../../kit/clock.ts'
import { sha256 } from '../../../kit/hash.ts'
import type { Language } from '../../../kit/language.ts'
import type { Store, Writing } from '../../../store/index.ts'
import { type CommentId, lockDiscussion } from '../../discussion/index.ts'
import type { Compare, Miss } from '../editions/comparison/miss.ts'
import type { NamesBetween } from '../editions/comparison/names-between.ts'
import { type EngineFault, EngineTrouble } from '../engines/engine-trouble.ts'
import { type EngineInUse, metered } from '../engines/metering.ts'
import { charactersIn, translateTexts } from '../engines/translate.ts'
import { formsBetween } from '../gate/index.ts'
import { glossaryVersion } from '../glossary/changes.ts'
import type { ReadTranslation } from './comment-translation.ts'
import {
  keepTranslations,
  type Making,
  quotedBy,
  type Source,
  sourcesOf,
  translationsOf,
} from './comment-translations.ts'
import { endLease, lease, leased } from './leases.ts'
import { paragraphsOf, readTranslation } from './read-translation.ts'
import { readersNamed } from './readers-named.ts'

/** Into which language, for somebody who understands these. */
export interface Readership {
  into: Language
  reads: readonly string[]
}

export interface Translating extends Readership {
  at: number
  /** Asked before so many comments are sent to the engine; throws where its reader has had enough of them. */
  allow(count: number): Promise<void>
}

/** What came of it, by the comment; with what was wrong where not everything came. */
export interface Outcome {
  read: Map<CommentId, ReadTranslation>
  fault: EngineFault | undefined
}

/** Has comments translated by the publication's engine, each wording once. */
export interface CommentTranslator {
  /** The engine by its name. */
  engine: string
  /** What is there already of these comments and of those that they quote; asks nobody. */
  kept(ids: readonly CommentId[], reader: Readership): Promise<Map<CommentId, ReadTranslation>>
  /** The same, after the engine was asked for what is missing. */
  translate(ids: readonly CommentId[], asked: Translating): Promise<Outcome>
}

const MOST_QUOTED = 60
/** So long it is remembered that a wording was translated, for those who looked just before. */
const REMEMBERED_MS = 10 * SECOND_MS
const MOST_ROUNDS = 2
const LONGEST_WAIT_MS = 15 * SECOND_MS
/** So often is looked whether another process has it. */
const LOOK_MS = 250

export function createCommentTranslator(
  store: Store,
  inUse: EngineInUse,
  namesBetween: NamesBetween,
  compare: Compare,
): CommentTranslator {
  const { engine } = inUse
  const name = [engine.name, engine.model].filter(Boolean).join(' ')
  const underWay = new Map<string, Promise<void>>()

  async function look(ids: readonly CommentId[], { into, reads }: Readership) {
    const all = [...new Set([...ids, ...(await quotedBy(store, ids, MOST_QUOTED))])]
    const sources = (await sourcesOf(store, all)).filter(
      ({ language }) => language !== into && !reads.includes(language),
    )
    const making: Making = { language: into, engine: name, glossaryVersion: await glossaryVersion(store) }
    const kept = await translationsOf(store, sources, making)
    return { making, read: readOf(sources, kept), open: sources.filter(({ id }) => !kept.has(id)) }
  }

  function readOf(sources: readonly Source[], kept: Awaited<ReturnType<typeof translationsOf>>) {
    const read = sources.flatMap((source) => {
      const row = kept.get(source.id)
      return row ? [[source.id, readTranslation(source, row)] as const] : []
    })
    return new Map(read)
  }

  /** What somebody else has begun is waited for; all else is asked for at once, language by language. */
  async function ask(open: readonly Source[], making: Making, { at, allow }: Translating) {
    const isNew = (source: Source) => !underWay.has(keyOf(source, making))
    const count = open.filter(isNew).length
    if (count > 0) await allow(count)
    for (const group of Map.groupBy(open.filter(isNew), ({ language }) => language).values()) {
      const work = translatedOnce(group, making, at)
      const forget = () => group.forEach((source) => void underWay.delete(keyOf(source, making)))
      for (const source of group) underWay.set(keyOf(source, making), work)
      work.then(() => void setTimeout(REMEMBERED_MS, undefined, { ref: false }).then(forget), forget)
    }
    return settledInTime(open.map((source) => underWay.get(keyOf(source, making))))
  }

  /** What another process has begun is waited for: it is asked once, and kept once. */
  async function translatedOnce(sources: readonly Source[], making: Making, at: number): Promise<void> {
    const { language } = making
    const leasing = { ids: sources.map(({ id }) => id), language, at }
    const { value } = await store.write(async (tx) => {
      const own = await lease(tx, leasing)
      const kept = await translationsOf(tx, sources, making)
      const missing = sources.filter(({ id }) => own.has(id) && !kept.has(id))
      const rest = [...own].filter((id) => kept.has(id))
      if (rest.length > 0) await endLease(tx, rest, language)
      return { missing, elsewhere: sources.filter(({ id }) => !own.has(id)) }
    })
    await Promise.all([leasedAndTranslated(value.missing, making, at), doneElsewhere(value.elsewhere, making, at)])
  }

  async function leasedAndTranslated(sources: readonly Source[], making: Making, at: number): Promise<void> {
    if (sources.length === 0) return
    const end = (tx: Writing) =>
      endLease(
        tx,
        sources.map(({ id }) => id),
        making.language,
      )
    try {
      await translated(sources, making, at)
    } finally {
      await store.write(end)
    }
  }

  /** @NOTE asked where it is written, as a copy for reading may lag behind. */
  async function doneElsewhere(sources: readonly Source[], { language }: Making, at: number): Promise<void> {
    const ids = sources.map(({ id }) => id)
    for (let waited = 0; ids.length > 0 && waited < LONGEST_WAIT_MS; waited += LOOK_MS) {
      const { value } = await store.write((tx) => leased(tx, { ids, language, at }))
      if (value.length === 0) return
      await setTimeout(LOOK_MS, undefined, { ref: false })
    }
  }

  async function translated(sources: readonly Source[], making: Making, at: number): Promise<void> {
    const said = sources.map(({ words }) => paragraphsOf(words))
    const [texts, languages] = [said.flat(), { from: sources[0]!.language, to: making.language }]
    const names = await namesIn(sources, said)
    const glossary = formsBetween(await namesBetween(languages.from, languages.to))
    const sending = { editionId: 0, language: languages.to, characters: charactersIn(texts, names), at } as const
    const words = await metered(store, inUse, sending, (counting) =>
      translateTexts(counting, { texts, ...languages, glossary }, names),
    )
    const misses = await compare(texts.map((original, n) => ({ original, words: words[n]!, ...languages }))).catch(
      (error: Error) => {
        throw new EngineTrouble('busy', `The gate: ${error.message}`)
      },
    )
    await keep(sources, said, { words, misses, making, at })
  }

  async function namesIn(sources: readonly Source[], said: readonly (readonly string[])[]): Promise<string[]> {
    const names = new Set<string>()
    const byArticle = Map.groupBy(sources.keys(), (at) => sources[at]!.articleId)
    for (const [articleId, places] of byArticle)
      for (const one of await readersNamed(
        store,
        articleId,
        places.flatMap((at) => said[at]!),
      ))
        names.add(one)
    return [...names]
  }

  /** @NOTE while the engine worked, a comment may have been removed or edited: of such a one nothing is kept. */
  async function keep(
    sources: readonly Source[],
    said: readonly (readonly string[])[],
    made: { words: string[]; misses: readonly (readonly Miss[])[]; making: Making; at: number },
  ) {
    const { words, misses, making, at } = made
    let next = 0
    const rows = sources.map(({ id: commentId, revision }, n) => {
      const [from, to] = [next, next + said[n]!.length]
      next = to
      const paragraphs = JSON.stringify(words.slice(from, to))
      return { commentId, revision, ...making, paragraphs, misses: JSON.stringify(misses.slice(from, to).flat()), at }
    })
    await store.write(async (tx) => {
      const articles = [...new Set(sources.map(({ articleId }) => articleId))].toSorted((a, b) => a - b)
      for (const articleId of articles) await lockDiscussion(tx, articleId)
      const now = new Map(
        (
          await sourcesOf(
            tx,
            rows.map(({ commentId }) => commentId),
          )
        ).map((one) => [one.id, one]),
      )
      const standing = rows.filter(({ commentId }, n) => isSame(now.get(commentId), sources[n]!))
      await keepTranslations(tx, standing)
    })
  }

  return {
    engine: name,
    async kept(ids, reader) {
      return (await look(ids, reader)).read
    },
    async translate(ids, asked) {
      let found = await look(ids, asked)
      let fault: EngineFault | undefined
      for (let round = 0; round < MOST_ROUNDS && found.open.length > 0 && !fault; round++) {
        const outcomes = await ask(found.open, found.making, asked)
        for (const outcome of outcomes) if (outcome.status === 'rejected') fault ??= faultOf(outcome.reason)
        found = await look(ids, asked)
        for (const source of found.open) underWay.delete(keyOf(source, found.making))
      }
      return { read: found.read, fault }
    },
  }
}

function isSame(now: Source | undefined, { revision, words, language }: Source): boolean {
  return now?.revision === revision && now.words === words && now.language === language
}

/** What an erasure takes out of the words is no other wording. */
function keyOf({ id, revision, language, words }: Source, making: Making): string {
  return [id, revision, language, sha256(words), ...Object.values(making)].join(' ')
}

/** @NOTE what comes later than that is kept all the same, for whoever asks next. */
async function settledInTime(works: readonly (Promise<void> | undefined)[]) {
  const late = Promise.withResolvers<never>()
  const tooLate = () => late.reject(new EngineTrouble('silent', 'The engine took too long for somebody who waits.'))
  const waiting = new AbortController()
  setTimeout(LONGEST_WAIT_MS, undefined, { ref: false, signal: waiting.signal }).then(tooLate, () => {})
  try {
    return await Promise.allSettled(works.map((work) => Promise.race([work, late.promise])))
  } finally {
    waiting.abort()
  }
}

function faultOf(error: unknown): EngineFault {
  if (error instanceof EngineTrouble) return error.fault
  throw error
}
