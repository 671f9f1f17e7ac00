import { getCookie } from 'hono/cookie'
import { COLOURS, type Preferences, preferencesOf, TEXT_SIZES } from '../../domain/people/index.ts'
import type { Ask } from './ask.ts'

const NAME = 'parley-look'
const KEPT_SECONDS = 365 * 24 * 60 * 60

const AS_IT_COMES: Preferences = { colours: 'system', size: 'normal', languages: [] }

/** How the browser that asks was told to show what it reads: `dark.large.en.ru`. */
export function lookOf({ c }: Ask): Preferences {
  const [colours, size, ...languages] = (getCookie(c, NAME) ?? '').split('.')
  return {
    colours: COLOURS.find((one) => one === colours) ?? AS_IT_COMES.colours,
    size: TEXT_SIZES.find((one) => one === size) ?? AS_IT_COMES.size,
    languages: languages.filter((tag) => /^[\w-]{1,35}$/.test(tag)),
  }
}

/** How whoever asks wants to read: as they chose on whichever of their devices, of which this browser learns thereby. */
export async function lookFor(ask: Ask): Promise<Preferences> {
  const person = await ask.asker()
  const [here, chosen] = [lookOf(ask), person && (await preferencesOf(ask.store, person.id))]
  if (!chosen) return here
  if (asText(chosen) !== asText(here)) setLook(ask, chosen)
  return chosen
}

/** Tells the browser. @NOTE its script must read it before anything is shown, so it is no `HttpOnly`; there is nothing secret in it. */
export function setLook({ cookies, origin }: Ask, look: Preferences): void {
  const secure = origin.startsWith('https:') ? '; Secure' : ''
  cookies.push(`${NAME}=${asText(look)}; Path=/; Max-Age=${KEPT_SECONDS}; SameSite=Lax${secure}`)
}

const TRANSLATES = 'parley-translates'

/** Who translates comments for the browser that asks: the publication's engine, or this browser alone. Another browser may not be able to. */
export const TRANSLATORS = ['engine', 'browser'] as const

export function translatorOf({ c }: Ask): (typeof TRANSLATORS)[number] {
  return TRANSLATORS.find((one) => one === getCookie(c, TRANSLATES)) ?? 'engine'
}

/** @NOTE its script reads it. */
export function setTranslator({ cookies, origin }: Ask, translator: (typeof TRANSLATORS)[number]): void {
  const secure = origin.startsWith('https:') ? '; Secure' : ''
  cookies.push(`${TRANSLATES}=${translator}; Path=/; Max-Age=${KEPT_SECONDS}; SameSite=Lax${secure}`)
}

function asText({ colours, size, languages }: Preferences): string {
  return [colours, size, ...languages].join('.')
}
