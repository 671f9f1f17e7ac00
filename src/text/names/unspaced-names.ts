import { segmenting } from '../../kit/segmenting.ts'
import type { Mention } from './name.ts'

/** A name in a script that is written without spaces. */
interface UnspacedName<Id extends number> {
  entryId: Id
  form: string
  isPerson: boolean
}

const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{N}·•・‧\s《》「」]+$/u
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const DOTS = /[•・‧∙]/g
const MARKS = /[《》「」『』〈〉\s]/g
/** A shorter part of a name is too common. */
const SHORTEST_PART = 2

export function isUnspacedName(form: string): boolean {
  return HAN.test(form) && UNSPACED.test(form)
}

interface Way<Id extends number> {
  entryId: Id
  form: string
}

/** Finds such names wherever they stand: the longest first, and none that is only a part of another word. */
export function unspacedFinder<Id extends number>(names: readonly UnspacedName<Id>[]): (text: string) => Mention<Id>[] {
  const begins = new Map<string, Way<Id>[]>()
  for (const way of names.flatMap(waysOf)) begins.set(way.form[0]!, [...(begins.get(way.form[0]!) ?? []), way])
  for (const ways of begins.values()) ways.sort((a, b) => b.form.length - a.form.length)
  if (begins.size === 0) return () => []

  return (text) => {
    const plain = text.replace(DOTS, '·')
    const found: Mention<Id>[] = []
    let isWord: IsWord | undefined
    for (let at = 0; at < plain.length; at++) {
      const way = begins.get(plain[at]!)?.find(({ form }) => plain.startsWith(form, at))
      if (!way) continue
      const end = at + way.form.length
      isWord ??= wordsOf(plain)
      if (!isWord(at, end)) continue
      found.push({ entryId: way.entryId, form: text.slice(at, end), start: at, end, isDerived: false })
      at = end - 1
    }
    return found
  }
}

function waysOf<Id extends number>({ entryId, form, isPerson }: UnspacedName<Id>): Way<Id>[] {
  const whole = form.replace(MARKS, '').replace(DOTS, '·')
  const family = isPerson ? whole.split('·').at(-1)! : whole
  const forms = family.length >= SHORTEST_PART ? [whole, family] : [whole]
  return [...new Set(forms)].filter((one) => one !== '').map((one) => ({ entryId, form: one }))
}

type IsWord = (start: number, end: number) => boolean

const cutAtWords = segmenting('zh', 'word')

/** Whether letters are not merely the inside of one longer word, as a dictionary cuts the text. */
function wordsOf(text: string): IsWord {
  const starts = new Map<number, number>()
  const endOf: number[] = []
  for (const { segment, index } of cutAtWords(text)) {
    starts.set(index, index + segment.length)
    for (let at = index; at < index + segment.length; at++) endOf[at] = index + segment.length
  }
  return (start, end) => {
    const wordEnd = endOf[start] ?? end
    const isInside = wordEnd > end || (!starts.has(start) && wordEnd >= end)
    return !isInside
  }
}
