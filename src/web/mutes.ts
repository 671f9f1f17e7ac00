import { mute, mutedBy, type PersonId, unmute } from '../domain/people/index.ts'
import type { Reading } from '../store/index.ts'
import { page } from './answers.ts'
import type { Ask, Handler } from './ask.ts'
import { mutedPage } from './pages/muted-page.ts'
import { paths } from './paths.ts'
import { personIn } from './people.ts'
import { freshKey, sentAnew } from './sending.ts'

/** Whom a person has muted, each with the button that ends it. */
export const show: Handler = async (ask) => {
  const { id } = await ask.person()
  const [frame, say] = [await ask.frame(), await ask.say()]
  const muted = await mutedBy(ask.web.store, id)
  const people = muted.map((person) => ({ ...person, sending: sendingTo(person.id, true) }))
  return page(mutedPage(frame, people, say))
}

/** Mutes somebody, or with `end` no longer; they are not told. */
export const create: Handler = async (ask) => {
  const by = await ask.person()
  const { id } = await personIn(ask, ask.web.store)
  const ends = ask.form.has('end')
  const location = await onward(ask, id, ends)
  return sentAnew(ask, by, [String(ends)], async (tx) => {
    if (ends) await unmute(tx, by.id, id)
    else await mute(tx, by.id, id, ask.at)
    return { status: 303, location }
  })
}

/** Whom the one who asks has muted; nobody where a stranger asks. */
export async function mutedFor(ask: Ask, db: Reading): Promise<ReadonlySet<PersonId>> {
  const asker = await ask.asker()
  return new Set(asker && (await mutedBy(db, asker.id)).map(({ id }) => id))
}

/** The form that mutes a person, or ends that. */
export function sendingTo(id: number, isMuted: boolean) {
  return { action: paths.mute(id), key: freshKey(), ...(isMuted && { hidden: { end: '1' } }) }
}

async function onward(ask: Ask, id: number, ends: boolean): Promise<string> {
  const language = await ask.language()
  return ends ? paths.muted(language) : paths.person(id, language)
}
