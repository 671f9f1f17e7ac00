import type { Target } from './corpus.ts'

/** A draw below a number. */
export type Draw = (below: number) => number

/** What is done to a number in a text; undefined where this text has none for it. */
export type Fault = (text: string, draw: Draw, language: Target) => string | undefined

export const FAULTS = {
  digit,
  swapped,
  zero,
  decimal,
  scale,
  added,
  dropped,
  'dropped-long': droppedLong,
} satisfies Record<string, Fault>
export type FaultName = keyof typeof FAULTS

interface Spot {
  start: number
  text: string
}

const NUMBER =
  /(?<!\p{Script=Latin}|[\p{Nd}@#/]|\p{Nd}[.,٫٬])\p{Nd}+(?:[.,٫٬]\p{Nd}+|[ \u00a0\u202f]\p{Nd}{3}(?!\p{Nd}))*/gu

function numbersIn(text: string): Spot[] {
  return Array.from(text.matchAll(NUMBER), ({ 0: found, index }) => ({ start: index, text: found }))
}

function replaced(text: string, { start, text: old }: Spot, by: string): string {
  return text.slice(0, start) + by + text.slice(start + old.length)
}

function drawn<Item>(items: readonly Item[], draw: Draw): Item | undefined {
  return items[draw(items.length)]
}

const ZEROES = '0٠۰'
const DIGITS = /\p{Nd}/u

function digit(text: string, draw: Draw): string | undefined {
  const spot = drawn(numbersIn(text), draw)
  if (!spot) return undefined
  const places = [...spot.text].flatMap((letter, at) => (DIGITS.test(letter) ? [at] : []))
  const at = drawn(places, draw)!
  const zero = zeroOf(spot.text[at]!)
  const now = spot.text.charCodeAt(at) - zero
  const next = (now + 1 + draw(9)) % 10
  return replaced(text, spot, spot.text.slice(0, at) + String.fromCharCode(zero + next) + spot.text.slice(at + 1))
}

function zeroOf(letter: string): number {
  const code = letter.charCodeAt(0)
  const zero = [...ZEROES].map((one) => one.charCodeAt(0)).find((one) => code >= one && code < one + 10)
  return zero ?? '0'.charCodeAt(0)
}

function swapped(text: string, draw: Draw): string | undefined {
  const choices = numbersIn(text).flatMap((spot) => {
    const places = [...spot.text].flatMap((letter, at) => (DIGITS.test(letter) ? [at] : []))
    return places
      .slice(1)
      .flatMap((at, before) =>
        spot.text[at] === spot.text[places[before]!] ? [] : [{ spot, a: places[before]!, b: at }],
      )
  })
  const choice = drawn(choices, draw)
  if (!choice) return undefined
  const letters = [...choice.spot.text]
  ;[letters[choice.a], letters[choice.b]] = [letters[choice.b]!, letters[choice.a]!]
  return replaced(text, choice.spot, letters.join(''))
}

function zero(text: string, draw: Draw): string | undefined {
  const spot = drawn(
    numbersIn(text).filter(({ text: number }) => /^\p{Nd}+$/u.test(number) && Number.parseInt(number, 10) !== 0),
    draw,
  )
  return spot && replaced(text, spot, spot.text + String.fromCharCode(zeroOf(spot.text[0]!)))
}

function decimal(text: string, draw: Draw, language: Target): string | undefined {
  const sign = language === 'ar' || language === 'zh' ? '.' : ','
  const spots = numbersIn(text).filter(
    ({ text: number }) =>
      /^\p{Nd}{2,}$/u.test(number) || new RegExp(`^\\p{Nd}+[${sign}]\\p{Nd}{1,2}$`, 'u').test(number),
  )
  const spot = drawn(spots, draw)
  if (!spot) return undefined
  const digits = spot.text.replace(sign, '')
  const place = spot.text.includes(sign) ? spot.text.indexOf(sign) + 1 : digits.length - 1
  const moved = place >= digits.length ? digits : `${digits.slice(0, place)}${sign}${digits.slice(place)}`
  return replaced(text, spot, moved)
}

const SCALES: Readonly<Record<Target, readonly (readonly [string, string])[]>> = {
  ru: [
    ['млн', 'млрд'],
    ['млрд', 'млн'],
    ['тысяч', 'миллионов'],
    ['миллионов', 'миллиардов'],
    ['миллиардов', 'миллионов'],
    ['тыс.', 'млн'],
  ],
  uk: [
    ['млн', 'млрд'],
    ['млрд', 'млн'],
    ['тисяч', 'мільйонів'],
    ['мільйонів', 'мільярдів'],
    ['мільярдів', 'мільйонів'],
    ['тис.', 'млн'],
  ],
  de: [
    ['Millionen', 'Milliarden'],
    ['Milliarden', 'Millionen'],
    ['Tausend', 'Millionen'],
    ['Mio.', 'Mrd.'],
    ['Mrd.', 'Mio.'],
  ],
  es: [
    ['millones', 'billones'],
    ['mil millones', 'millones'],
    ['billones', 'millones'],
  ],
  fr: [
    ['millions', 'milliards'],
    ['milliards', 'millions'],
  ],
  ar: [
    ['مليون', 'مليار'],
    ['مليار', 'مليون'],
    ['ألف', 'مليون'],
  ],
  zh: [
    ['万', '亿'],
    ['亿', '万'],
  ],
}

function scale(text: string, draw: Draw, language: Target): string | undefined {
  const choices = SCALES[language].flatMap(([from, to]) =>
    Array.from(
      text.matchAll(
        new RegExp(`(?<=\\p{Nd}\\s?)${from.replace('.', '\\.')}(?!\\p{L})`, language === 'zh' ? 'gu' : 'gu'),
      ),
      ({ index }) => ({ start: index, text: from, to }),
    ),
  )
  const choice = drawn(choices, draw)
  return choice && replaced(text, choice, choice.to)
}

const LARGEST_ADDED = 900

function added(text: string, draw: Draw): string {
  const gaps = Array.from(text.matchAll(/(?<=[\p{L}]) (?=\p{L})/gu), ({ index }) => index)
  const at = drawn(gaps, draw) ?? text.length
  return `${text.slice(0, at)} ${11 + draw(LARGEST_ADDED)}${text.slice(at)}`
}

function dropped(text: string, draw: Draw): string | undefined {
  const spot = drawn(numbersIn(text), draw)
  return spot && replaced(text, spot, '')
}

function droppedLong(text: string, draw: Draw): string | undefined {
  const spot = drawn(
    numbersIn(text).filter(({ text: number }) => number.length >= 2),
    draw,
  )
  return spot && replaced(text, spot, '')
}
