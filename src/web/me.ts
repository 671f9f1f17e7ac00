import { mutedBy } from '../domain/people/index.ts'
import { unreadOf } from '../domain/reach/index.ts'
import { json } from './answers.ts'
import type { Handler } from './ask.ts'

/** Who asks, for the script that lays it over pages which are the same for everyone; nothing of a stranger. */
export const show: Handler = async (ask) => {
  const person = await ask.asker()
  if (!person) return json({})
  const { id: personId, name, role } = person
  const { store } = ask.web
  const [notices, muted] = await Promise.all([unreadOf(store, personId), mutedBy(store, personId)])
  return json({ personId, name, role, notices, muted: muted.map(({ id }) => id) })
}
