import { paths } from '../../addresses/paths.ts'
import { mute, mutedBy, unmute } from '../../domain/people/index.ts'
import { page } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { flag } from '../http/shapes.ts'
import { submitAnew } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import { PERSON, personIn } from '../people/index.ts'
import { sendingTo } from './mute-form.ts'
import { mutedPage } from './muted-page.ts'

/** Whom a person has muted, each with the button that ends it. */
export const show = taking({}, async (ask) => {
  const { id } = await ask.person()
  const [frame, say] = [await ask.frame(), await ask.say()]
  const muted = await mutedBy(ask.store, id)
  const people = muted.map((person) => ({ ...person, sending: sendingTo(person.id, true) }))
  return page(mutedPage(frame, people, say))
})

/** Mutes somebody, or with `end` no longer; they are not told. */
export const create = taking({ params: PERSON, form: { end: flag } }, async (ask, { person, end: ends }) => {
  const by = await ask.person()
  const { id } = await personIn(ask.store, person)
  const location = await onward(ask, id, ends)
  return submitAnew(ask, by, [String(ends)], async (tx) => {
    if (ends) await unmute(tx, by.id, id)
    else await mute(tx, by.id, id, ask.at)
    return { location }
  })
})

async function onward(ask: Ask, id: number, ends: boolean): Promise<string> {
  const language = await ask.language()
  return ends ? paths.muted(language) : paths.person(id, language)
}
