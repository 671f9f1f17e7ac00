import { z } from 'zod'
import { paths } from '../../addresses/paths.ts'
import { COLOURS, type Preferences, prefer, TEXT_SIZES } from '../../domain/people/index.ts'
import { page, seeOther } from '../http/answers.ts'
import { lookFor, setLook, setTranslator, TRANSLATORS, translatorOf } from '../http/look-cookie.ts'
import { flag, list } from '../http/shapes.ts'
import { freshKey } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import { lookPage } from './look-page.ts'

const SIZES: Readonly<Record<Preferences['size'], string>> = { normal: '100%', large: '112.5%', larger: '125%' }
const SCHEMES: Readonly<Record<Preferences['colours'], string>> = { system: 'light dark', light: 'light', dark: 'dark' }

/** How the browser that asks shows what it reads, as a sheet of styles for those that run no script. */
export const stylesheet = taking({}, async (ask) => {
  const { colours, size } = await lookFor(ask)
  const rule = `:root{color-scheme:${SCHEMES[colours]};font-size:${SIZES[size]}}\n`
  return new Response(rule, { headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-store' } })
})

/** Where anybody says how they want to read. */
export const show = taking({ query: { done: flag } }, async (ask, { done }) => {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const sending = { action: paths.reading(frame.language), key: freshKey() }
  const shown = { sending, look: await lookFor(ask), translator: translatorOf(ask), isDone: done }
  return page(lookPage(frame, shown, say))
})

const LOOK = {
  colours: z.enum(COLOURS).catch('system'),
  size: z.enum(TEXT_SIZES).catch('normal'),
  languages: list,
  translator: z.enum(TRANSLATORS).catch('engine'),
}

/** Keeps it in the browser, and for a person with an account on all of their devices. */
export const create = taking({ form: LOOK }, async (ask, { languages, translator, ...chosen }) => {
  const offered = (await ask.frame()).publication.languages.map(({ language }) => language)
  const look = { ...chosen, languages: offered.filter((language) => languages.includes(language)) }
  const person = await ask.asker()
  if (person) await ask.store.write((tx) => prefer(tx, person.id, look, ask.at))
  setLook(ask, look)
  setTranslator(ask, translator)
  return seeOther(`${paths.reading(await ask.language())}?done=1`)
})
