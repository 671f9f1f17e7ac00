import type { Lexicon } from './lexicon.ts'
import { aloneAt, type Found, isHyphen, listedAt, type Reading } from './reading.ts'

export interface Spelled {
  value: number
  isOrdinal: boolean
  /** Whether it is a word of scale alone: "a million", "hundreds". */
  isBare: boolean
}

interface Sum {
  /** Thousands and more that are complete. */
  sum: number
  /** What is below a thousand. */
  group: number
  smallest: number
}

const THOUSAND = 1_000

/** The number that words from this place on spell, as far as they are one. */
export function spelledAt(reading: Reading, from: number): Found<Spelled> | undefined {
  let state: Sum = { sum: 0, group: 0, smallest: Number.POSITIVE_INFINITY }
  let [next, isOrdinal, count, isBare] = [from, false, 0, false]
  for (let at = from; ; at = next) {
    const link = count === 0 ? { at, isJoined: false, isHyphenated: false } : linkAt(reading, at)
    const step = link && stepAt(reading, link, state, count === 0)
    if (!step) break
    isBare = count === 0 && (step.isScale || step.state.group === 100)
    count++
    state = step.state
    isOrdinal ||= step.isOrdinal
    next = step.next
  }
  if (count === 0 || (count === 1 && state.sum > 0 && isVague(reading, from))) return undefined
  return { what: { value: state.sum + state.group, isOrdinal, isBare: isBare && count === 1 }, next }
}

/** "tens of thousands" is no thousand. */
function isVague(reading: Reading, at: number): boolean {
  const isScale = aloneAt(reading, at)?.what.every(({ role }) => role === 'scale')
  return !!isScale && !listedAt(reading, at, 'one')
}

interface Link {
  at: number
  isJoined: boolean
  isHyphenated: boolean
}

/** Where the next word of the number would stand. */
function linkAt(reading: Reading, at: number): Link | undefined {
  const { tokens } = reading
  const token = tokens[at]
  if (!token) return undefined
  if (isHyphen(token)) {
    const follows = tokens[at + 1]?.start === token.end && tokens[at - 1]?.end === token.start
    if (!follows) return undefined
    return listedAt(reading, at + 1, 'join') && tokens[at + 2] && isHyphen(tokens[at + 2]!)
      ? { at: at + 3, isJoined: true, isHyphenated: true }
      : { at: at + 1, isJoined: false, isHyphenated: true }
  }
  if (token.is === 'word' && reading.lexicon.is('join', token.key))
    return { at: at + 1, isJoined: true, isHyphenated: false }
  const isPrefixed = token.key.length > 2 && token.key.startsWith('و')
  return { at, isJoined: isPrefixed, isHyphenated: false }
}

function stepAt(reading: Reading, link: Link, state: Sum, isFirst: boolean) {
  const { lexicon, tokens } = reading
  const found = aloneAt(reading, link.at)
  const said =
    found?.what ??
    (link.isJoined && lexicon.is('article', tokens[link.at]?.key ?? '') && !listedAt(reading, link.at + 1, 'half')
      ? [{ role: 'cardinal' as const, value: 1 }]
      : [])
  for (const { role, value } of said) {
    if (role === 'month' || role === 'weekday') continue
    if (role === 'ordinal' && !isFirst && isEnglish(lexicon) && !link.isHyphenated) continue
    const next =
      role === 'scale' || value >= THOUSAND
        ? scaled(state, value, isFirst, link.isJoined)
        : added(state, value, link, lexicon, tokens[link.at]!.key)
    if (next)
      return { state: next, next: found?.next ?? link.at + 1, isOrdinal: role === 'ordinal', isScale: role === 'scale' }
  }
  return undefined
}

function isEnglish({ joined }: Lexicon): boolean {
  return joined === 'hundreds'
}

function scaled({ sum, group, smallest }: Sum, scale: number, isFirst: boolean, isJoined: boolean): Sum | undefined {
  if (isJoined && group === 0) return scale < smallest ? { sum: sum + scale, group: 0, smallest: scale } : undefined
  if (isFirst) return { sum: scale, group: 0, smallest: scale }
  if (scale < smallest) return group === 0 ? undefined : { sum: sum + group * scale, group: 0, smallest: scale }
  return scale > smallest && sum + group > 0 ? { sum: (sum + group) * scale, group: 0, smallest: scale } : undefined
}

function added(state: Sum, value: number, link: Link, { joined }: Lexicon, key: string): Sum | undefined {
  const { sum, group } = state
  if (group === 0) {
    if (sum === 0) return { ...state, group: value }
    const fits =
      value < state.smallest && (!link.isJoined || joined === 'any' || (joined === 'hundreds' && value < 100))
    return fits ? { ...state, group: value } : undefined
  }
  if (value === 100 && group > 1 && group < 100 && !link.isJoined) return { ...state, group: group * 100 }
  return fitsInto(group, value, link, joined, key) ? { ...state, group: merged(group, value, key) } : undefined
}

/** Whether a word goes on with a number below a thousand: a ten with a unit, a hundred with the rest. */
function fitsInto(
  group: number,
  value: number,
  { isJoined, isHyphenated }: Link,
  joined: Lexicon['joined'],
  key: string,
): boolean {
  const rest = group % 100
  const isUnit = value >= 1 && value < 10
  if (!Number.isInteger(group) || !Number.isInteger(value)) return false
  if (rest === 0) return value < 100 && (!isJoined || joined === 'hundreds' || joined === 'any')
  if (isTimesTwenty(rest, key)) return true
  if (rest < 10) return joined === 'any' && ((isJoined && value >= 20 && value < 100) || (!isJoined && value === 10))
  if (isJoined && joined !== 'tens' && joined !== 'any') return false
  if (rest >= 20 && rest % 10 === 0 && isUnit) return true
  const isFrench = isHyphenated || isJoined
  if ((rest === 60 || rest === 80) && isFrench) return value >= 10 && value < 20
  return (rest === 10 || rest === 70 || rest === 90) && isHyphenated && value >= 7 && value < 10
}

/** @NOTE French counts four twenties for eighty. */
function isTimesTwenty(rest: number, key: string): boolean {
  return rest === 4 && key.startsWith('vingt')
}

function merged(group: number, value: number, key: string): number {
  return isTimesTwenty(group % 100, key) ? group - 4 + 4 * value : group + value
}
