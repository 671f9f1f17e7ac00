import type { Side } from '../../../src/domain/translation/index.ts'
import { MONEY, NAMES, type Piece, type Slot, type Spoken, sideOf } from './paragraph.ts'

export type Draw = (below: number) => number

interface Told {
  pieces: Piece[]
  language: Spoken
  speaker: number
}

/** Twelve ways to bend what an edition says; each gives the edition bent. */
export const KINDS = {
  digit: (told, draw) =>
    inNumber(told, draw, ['count', 'lost', 'percent', 'distance', 'cost'], (number) => otherDigit(number, draw)),
  swapped: (told, draw) => inNumber(told, draw, ['count'], (number) => swapped(number)),
  zero: (told, draw) => inNumber(told, draw, ['lost', 'distance'], (number) => number + zeroLike(number)),
  decimal: (told, draw) =>
    inNumber(told, draw, ['percent'], (number) => number.replace(/(\p{Nd})([.,٫])(\p{Nd})/u, '$1$3$2')),
  scale: (told) =>
    inSlot(told, 'cost', (text) => text.replace(MONEY[told.language].million, MONEY[told.language].billion)),
  added: (told, draw) => side({ ...told, pieces: [...told.pieces, ` ${20_001 + draw(9_000)}`] }),
  dropped: (told, draw) => inNumber(told, draw, ['count', 'lost', 'percent', 'distance'], () => ''),
  month: (told) => inSlot(told, 'date', (text) => otherMonth(text, told.language)),
  time: (told, draw) => inNumber(told, draw, ['time'], (number) => otherDigit(number, draw)),
  unit: (told, draw) =>
    draw(2) === 0
      ? inSlot(told, 'cost', (text) => text.replace(MONEY[told.language].dollars, MONEY[told.language].euros))
      : inSlot(told, 'distance', (text) => text.replace(MONEY[told.language].kilometres, MONEY[told.language].metres)),
  person: (told, draw) =>
    [
      () => side({ ...told, speaker: 3 - told.speaker }),
      () => side({ ...told, speaker: 0 }),
      () => inSlot(told, 'name', (text) => other(text, told.language)),
      () => inSlot(told, 'name', () => '—'),
    ][draw(4)]!(),
  literal: (told, draw) =>
    inSlot(told, (['link', 'handle', 'code'] as const)[draw(3)]!, (text) =>
      text.replace(/[a-z](?=[^a-z]*$)/, (letter) => (letter === 'x' ? 'y' : 'x')),
    ),
} satisfies Record<string, (told: Told, draw: Draw) => Side>

export type Kind = keyof typeof KINDS

function side({ pieces, language, speaker }: Told): Side {
  return sideOf(pieces, language, speaker)
}

function inSlot(told: Told, slot: Slot, change: (text: string) => string): Side {
  const pieces = told.pieces.map((piece) =>
    typeof piece !== 'string' && piece.slot === slot ? { slot, text: change(piece.text) } : piece,
  )
  return side({ ...told, pieces })
}

function inNumber(told: Told, draw: Draw, slots: readonly Slot[], change: (number: string) => string): Side {
  return inSlot(told, slots[draw(slots.length)]!, (text) =>
    text.replace(/\p{Nd}[\p{Nd}.,٫٬:\s\u00a0\u202f]*\p{Nd}|\p{Nd}/u, change),
  )
}

function otherDigit(number: string, draw: Draw): string {
  const places = [...number].flatMap((letter, at) => (/\p{Nd}/u.test(letter) ? [at] : []))
  const at = places.at(-1 - draw(Math.min(2, places.length)))!
  const [letter, zero] = [number.charCodeAt(at), zeroLike(number).charCodeAt(0)]
  return number.slice(0, at) + String.fromCharCode(zero + ((letter - zero + 1 + draw(8)) % 10)) + number.slice(at + 1)
}

function swapped(number: string): string {
  return number.replace(/(\p{Nd})(\D*)((?!\1)\p{Nd})/u, '$3$2$1')
}

function zeroLike(number: string): string {
  return /[٠-٩]/.test(number) ? '٠' : '0'
}

function otherMonth(text: string, language: Spoken): string {
  const [from, to] = [month(text, language, 0), month(text, language, 1)]
  return text.replace(from, to)
}

/** The name of the month in a date as its language writes it there, or of the one after it. */
function month(text: string, language: Spoken, later: 0 | 1): string {
  const names = Array.from({ length: 12 }, (_, at) => {
    const parts = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).formatToParts(
      new Date(Date.UTC(2018, at, 15)),
    )
    return language === 'zh' ? `${at + 1}月` : parts.find(({ type }) => type === 'month')!.value
  })
  const now = names
    .map((name, at) => ({ name, at }))
    .toSorted((a, b) => b.name.length - a.name.length)
    .find(({ name }) => text.includes(name))!
  return names[(now.at + later) % 12]!
}

function other(name: string, language: Spoken): string {
  const [one, two] = NAMES[language]
  return name === one ? two : one
}
