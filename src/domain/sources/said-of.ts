import { countryFrom as known } from '../../kit/country.ts'
import { Trouble } from '../../kit/trouble.ts'

const LONGEST_ADDRESS = 2_000
const MOST_ADDRESSES = 20

/** An address on the web as it is kept, null for none; throws Trouble for anything else. */
export function addressFrom(text: string | null): string | null {
  const typed = text?.trim() ?? ''
  if (typed === '') return null
  const url = URL.parse(typed)
  const isOnTheWeb = url && /^https?:$/.test(url.protocol) && !url.username && !url.password
  if (!isOnTheWeb || url.href.length > LONGEST_ADDRESS) throw new Trouble('invalid', 'url.wrong')
  return url.href
}

/** Several of them, each once, in their order. */
export function addressesFrom(texts: readonly string[]): string[] {
  const kept = [...new Set(texts.map(addressFrom).filter((address) => address !== null))]
  if (kept.length > MOST_ADDRESSES) throw new Trouble('invalid', 'url.too-many', { limit: MOST_ADDRESSES })
  return kept
}

/** A kind as it is kept; throws Trouble for one that there is not. */
export function kindFrom<const Kind extends string>(kinds: readonly Kind[], kind: Kind): Kind {
  if (!kinds.includes(kind)) throw new Trouble('invalid', 'kind.unknown')
  return kind
}

/** A country's two letters, null for none; throws Trouble for what names none. */
export function countryFrom(text: string | null): string | null {
  if (!text?.trim()) return null
  const country = known(text)
  if (!country) throw new Trouble('invalid', 'country.unknown')
  return country
}

/** A day as it is kept, null for none; throws Trouble for one that cannot be. */
export function dayFrom(text: string | null): string | null {
  const typed = text?.trim() ?? ''
  if (typed === '') return null
  try {
    if (/^\d{4}-\d\d-\d\d$/.test(typed) && Temporal.PlainDate.from(typed)) return typed
  } catch {}
  throw new Trouble('invalid', 'day.wrong')
}
