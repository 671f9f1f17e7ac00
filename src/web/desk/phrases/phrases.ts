import { readFile } from 'node:fs/promises'
import { paths } from '../../../addresses/paths.ts'
import {
  addPhrases,
  allPhrases,
  countPhrases,
  keepPhrases,
  latestPhrases,
  linesOf,
  type Matcher,
  MOST_PHRASES,
  PHRASE_KINDS,
  type PhraseId,
  type PhraseKind,
  phrasesIn,
  removePhrase,
} from '../../../domain/moderation/index.ts'
import { languageFrom } from '../../../kit/language.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { flag, id, idOrNone, text, textOrNone } from '../../http/shapes.ts'
import { freshKey, keyAgain, submitAnew, submitOnce } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { type PhrasesTyped, phrasesPage, type Tried } from './phrases-page.ts'

export interface Given {
  /** Finds the phrases of the list in a text. */
  phrasesNow(): Promise<Matcher>
}

const ON_A_PAGE = 100
const MB = 1024 * 1024
const LONGEST_TRIAL = 10_000

const kind = text.transform(kindOf)
/** Null for every language, or one that nobody knows. */
const within = textOrNone.transform(languageOf)

function kindOf(sent: string): PhraseKind {
  return PHRASE_KINDS.find((one) => one === sent) ?? PHRASE_KINDS[0]
}

function languageOf(sent: string | undefined): string | null {
  return languageFrom(sent ?? '') ?? null
}

/** The list, those added last first. */
export const show = taking(
  { query: { done: flag, added: textOrNone, before: idOrNone<'phrase'>() } },
  (ask, { done, added, before }) => shown(ask, { done, before, ...(added !== undefined && { added: Number(added) }) }),
)

/** Adds what was typed and what is in a file, a phrase a line. */
export const create = taking(
  { form: { kind, within, words: text }, files: { list: { mostBytes: MB } } },
  async (ask, { kind, within, words, list }) => {
    const by = await ask.person()
    const lines = [words, list ? await readFile(list.path, 'utf8') : ''].join('\n')
    const phrases = phrasesIn(lines, { kind, language: within })
    const language = await ask.language()
    return submitOnce(ask, by, [kind, within ?? '', lines], async (tx) => {
      const added = await addPhrases(tx, { phrases, by, at: ask.at })
      return { location: paths.deskPhrases(language, { added }) }
    })
  },
  (ask, { kind, within, words }, _, wrong) =>
    shown(ask, { wrong, typed: { kind: kindOf(kind), language: languageOf(within), words } }),
)

/** Which phrases stand in a text. Nothing is kept of it. */
export const tryOut = taking(
  { form: { text, within } },
  async (ask, { text: typed, within }, { phrasesNow }: Given) => {
    const tried = typed.slice(0, LONGEST_TRIAL)
    const found = (await phrasesNow())(tried, within)
    return shown(ask, { tried: { text: tried, language: within, found } })
  },
)

/** Takes a phrase from the list. */
export const remove = taking({ params: { phrase: id<'phrase'>('phrase.missing') } }, async (ask, { phrase }) => {
  const by = await ask.person()
  const location = paths.deskPhrases(await ask.language(), { done: 1 })
  return submitAnew(ask, by, [], async (tx) => {
    await removePhrase(tx, { id: phrase, by, at: ask.at })
    return { location }
  })
})

/** The whole list as a file that can be read in again. */
export const download = taking({}, async (ask) => {
  const lines = linesOf(await allPhrases(ask.store))
  const headers = {
    'content-type': 'text/tab-separated-values; charset=utf-8',
    'content-disposition': 'attachment; filename="phrases.tsv"',
    'cache-control': 'no-store',
  }
  return new Response(lines, { headers })
})

interface Since {
  done?: boolean
  added?: number
  before?: PhraseId | undefined
  wrong?: Wrong
  typed?: PhrasesTyped
  tried?: Tried
}

const NOTHING: PhrasesTyped = { kind: 'banned', language: null, words: '' }

async function shown(
  ask: Ask,
  { done = false, added, before, wrong, typed = NOTHING, tried }: Since,
): Promise<Response> {
  const by = await ask.person()
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { all, phrases } = await ask.store.read(async (db) => ({
    all: await countPhrases(db),
    phrases: await latestPhrases(db, { after: before }, ON_A_PAGE + 1),
  }))
  const onPage = phrases.slice(0, ON_A_PAGE)
  const last = phrases.length > ON_A_PAGE ? onPage.at(-1) : undefined
  const data = {
    phrases: onPage.map((one) => ({ ...one, removal: { action: paths.phraseRemoval(one.id), key: freshKey() } })),
    count: all,
    most: MOST_PHRASES,
    older: last ? paths.deskPhrases(frame.language, { before: last.id }) : null,
    adding: keepPhrases.may(by, undefined) ? { action: paths.deskPhrases(), key: keyAgain(ask, wrong) } : undefined,
    typed,
    error: wrong?.sentence ?? null,
    added,
    done,
    trial: { action: paths.deskPhraseTrial, key: freshKey() },
    tried,
  }
  return page(phrasesPage(frame, data, say), wrong?.status)
}
