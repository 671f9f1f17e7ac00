import './common.ts'
import { fragmentOf } from '../shared/trusted.ts'
import { ownPart } from './entry.ts'

interface BrowserTranslator {
  translate(text: string, options?: { signal: AbortSignal }): Promise<string>
  destroy?(): void
}

/** @NOTE TypeScript's DOM does not know it yet. Source: the Translator API of the WICG. */
declare const Translator:
  | {
      create(languages: {
        sourceLanguage: string
        targetLanguage: string
        signal: AbortSignal
      }): Promise<BrowserTranslator>
    }
  | undefined

export interface Here {
  translation?: HTMLElement | undefined
  /** What was wrong. */
  said?: string | undefined
}

/** Links, code, what is quoted, and whatever reads as a handle, a tag or an address stand in every language. */
const KEPT = 'a, code, pre, .quotation'
const KEPT_IN_TEXT = /((?:https?:\/\/|www\.)\S+|[@#][\p{L}\p{N}_][\p{L}\p{N}_.-]*|[\w.+-]+@[\w-]+\.[\w.-]+)/u
const LETTER = /\p{L}/u

/** A comment as the reader's own browser translates it; nothing of it is sent anywhere. */
export async function translatedHere(entry: HTMLElement, href: string): Promise<Here> {
  const page = fragmentOf(await (await fetch(href)).text())
  const told = page.querySelector<HTMLElement>('.here')
  if (!told) return { said: page.querySelector('.sheet p')?.textContent }
  const { from = '', into = '', late, bent, cannot, seconds } = told.dataset
  if (typeof Translator === 'undefined') return { said: cannot }
  const words = ownPart(entry).querySelector<HTMLElement>('.words')!
  const anew = words.cloneNode(true) as HTMLElement
  const limit = new AbortController()
  const { signal } = limit
  const timer = setTimeout(() => limit.abort(), Number(seconds) * 1_000)
  try {
    await inTime(translateInto(anew, { sourceLanguage: from, targetLanguage: into, signal }), signal)
  } catch {
    return { said: signal.aborted ? late : cannot }
  } finally {
    clearTimeout(timer)
  }
  if (!keepsFacts(words.textContent, anew.textContent)) return { said: bent }
  return { translation: laidOut(anew, into, told) }
}

/** @NOTE a browser can go on for ever without a word, whatever its signal says. */
function inTime<T>(work: Promise<T>, limit: AbortSignal): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    limit.addEventListener('abort', () => reject(limit.reason), { once: true })
  })
  return Promise.race([work, late])
}

type Making = Parameters<NonNullable<typeof Translator>['create']>[0]

async function translateInto(words: HTMLElement, making: Making) {
  const translator = await Translator!.create(making)
  try {
    for (const text of textsIn(words)) text.data = await translated(text.data, translator, making.signal)
  } finally {
    translator.destroy?.()
  }
}

function textsIn(words: HTMLElement): Text[] {
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) texts.push(walker.currentNode as Text)
  return texts.filter((text) => !text.parentElement!.closest(KEPT))
}

async function translated(text: string, translator: BrowserTranslator, signal: AbortSignal): Promise<string> {
  const parts = text.split(KEPT_IN_TEXT)
  for (const [at, part] of parts.entries()) {
    if (at % 2 === 1 || !LETTER.test(part)) continue
    const [before, inside, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(part)!.slice(1) as [string, string, string]
    parts[at] = before + (await translator.translate(inside, { signal })) + after
  }
  return parts.join('')
}

/** Whether every number, and every name of those who write on the page, is there again. */
function keepsFacts(said: string, anew: string): boolean {
  const names = [...document.querySelectorAll('.entry .author')].map(({ textContent }) => textContent)
  const isKept = names.every((name) => !name || !said.includes(name) || anew.includes(name))
  return isKept && numbersIn(said) === numbersIn(anew)
}

const DIGIT = /\p{Nd}/gu
const NUMBER = /\p{Nd}+(?:[.,\u00a0\u202f\u2019'٫٬]\p{Nd}+)*/gu

/** The digits of each, whatever the script and the marks between them. */
function numbersIn(text: string): string {
  const numbers = [...text.matchAll(NUMBER)].map(([number]) => (number.match(DIGIT) ?? []).map(digitOf).join(''))
  return numbers.sort().join(' ')
}

/** @NOTE the digits of a script stand in a row, from its zero. */
function digitOf(digit: string): number {
  let code = digit.codePointAt(0)!
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
    code--
    value++
  }
  return value
}

function laidOut(words: HTMLElement, into: string, told: HTMLElement): HTMLElement {
  const translation = document.createElement('div')
  translation.className = 'translation'
  words.lang = into
  words.hidden = false
  const label = told.cloneNode(true) as HTMLElement
  label.className = 'quiet'
  label.hidden = false
  translation.append(words, label)
  return translation
}
