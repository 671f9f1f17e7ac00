import { composite } from './composites.ts'
import type { Fact } from './fact.ts'
import type { Quantity } from './quantity.ts'
import { isHyphen, listedAt, type Reading } from './reading.ts'

/** What facts say together: ranges, feet with inches, decades, and years of which half is written. */
export function withNeighbours(reading: Reading, read: readonly (Fact | Quantity)[]): Fact[] {
  const facts: (Fact | Quantity)[] = []
  for (const fact of read) {
    const last = facts.at(-1)
    const one = isQuantity(fact) ? decade(reading, suffixed(reading, fact), last) : fact
    if (one.kind === 'decade' && last && isCenturyOf(reading, last, one)) facts[facts.length - 1] = one
    else if (last && isQuantity(last) && isQuantity(one)) {
      const whole = composite(reading, last, one)
      if (whole) {
        facts[facts.length - 1] = whole
        continue
      }
      const [from, to] = range(reading, last, one)
      facts[facts.length - 1] = from
      facts.push(to)
    } else facts.push(one)
  }
  return facts.map(plain)
}

function isQuantity(fact: Fact | Quantity): fact is Quantity {
  return 'from' in fact
}

function plain(fact: Fact | Quantity): Fact {
  if (!isQuantity(fact)) return fact
  const { from: _, next: __, scale: ___, ...rest } = fact
  return rest
}

const ORDINAL_ENDINGS = /^(?:st|nd|rd|th|er|re|e|eme|ieme|o|a|º|ª|й|го|му|м|я|ю|ой|ая|ое|га|та|те|ту)$/

/** An ordinal or a decade by what is written right behind its digits. */
function suffixed(reading: Reading, quantity: Quantity): Quantity {
  if (quantity.isWords || quantity.kind !== 'number') return quantity
  const { tokens, lexicon, text } = reading
  if (isDecadeOf(reading, quantity)) return { ...quantity, kind: 'decade' }
  const isMarked =
    tokens[quantity.next] && (isHyphen(tokens[quantity.next]!) || /^['’]$/.test(tokens[quantity.next]!.text))
  const at = isMarked ? quantity.next + 1 : quantity.next
  const ending = tokens[at]
  if (!ending || ending.is === 'number' || ending.start - tokens[at - 1]!.end > (ending.is === 'han' ? 1 : 0))
    return quantity
  const listed = ending.is === 'han' ? listedAt(reading, at, 'decade') : undefined
  const isDecade =
    quantity.values[0]! % 10 === 0 && (listed || (ending.is === 'word' && lexicon.is('decade', ending.key)))
  if (!isDecade) return ORDINAL_ENDINGS.test(ending.key) ? { ...quantity, kind: 'ordinal' } : quantity
  const next = listed?.next ?? at + 1
  const { end } = tokens[next - 1]!
  return { ...quantity, kind: 'decade', next, end, text: text.slice(quantity.start, end) }
}

/** "los años 80" */
function isDecadeOf(reading: Reading, { from, values: [value = 0] }: Quantity): boolean {
  return value % 10 === 0 && (value < CENTURY || value > 1_000) && !!listedAt(reading, from - 1, 'decade-of')
}

const CENTURY = 100

/** 20世纪30年代 is 1930. */
function decade(reading: Reading, quantity: Quantity, last: Fact | Quantity | undefined): Quantity {
  if (quantity.kind !== 'decade' || !last || !isCenturyOf(reading, last, quantity)) return quantity
  const year = (last.values[0]! - 1) * CENTURY + quantity.values[0]!
  return { ...quantity, start: last.start, values: [year, ...quantity.values] }
}

function isCenturyOf({ text }: Reading, last: Fact, { start, values }: Fact): boolean {
  const isCentury = !!last.units?.includes('century')
  return (
    isCentury &&
    (last.end >= start || /^[\s的]*$/.test(text.slice(last.end, start))) &&
    (values.at(-1) ?? CENTURY) < CENTURY
  )
}

/** The first of a range is of what the last is of. */
function range(reading: Reading, from: Quantity, to: Quantity): [Quantity, Quantity] {
  if (!isRange(reading, from, to)) return [from, to]
  const isBare = from.kind === 'number'
  const shared =
    isBare && to.kind !== 'ordinal' && to.kind !== 'decade'
      ? {
          ...from,
          kind: to.kind,
          ...(to.units && { units: to.units }),
          ...(to.currencies && { currencies: to.currencies }),
        }
      : from
  const scaled =
    from.scale === 1 && to.scale > 1 ? { ...shared, values: [...shared.values, shared.values[0]! * to.scale] } : shared
  const priced = to.kind === 'number' && from.currencies ? { ...to, kind: from.kind, currencies: from.currencies } : to
  return [scaled, half(from, priced)]
}

function isRange(reading: Reading, { next }: Quantity, { from }: Quantity): boolean {
  const { tokens } = reading
  if (from === next) return false
  for (let at = next; at < from; at++) {
    const { text, key } = tokens[at]!
    const isBetween = isHyphen(tokens[at]!) || BETWEEN.test(text) || listedAt(reading, at, 'range')
    if (!isBetween && !(at > next && ARTICLE.test(key))) return false
  }
  return from - next <= 3
}

const BETWEEN = /^[~～/$£€¥]$/
/** "entre el 30 y el 43 %" */
const ARTICLE = /^(?:el|la|los|las|le|les|the|den|der)$/

/** 1950-53 ends in 1953. */
function half(from: Quantity, to: Quantity): Quantity {
  const [first, last] = [from.values[0]!, to.values[0]!]
  const isYear = first > 1_000 && first < 3_000 && last < CENTURY && last > first % CENTURY && to.kind === 'number'
  return isYear ? { ...to, values: [last, first - (first % CENTURY) + last] } : to
}
