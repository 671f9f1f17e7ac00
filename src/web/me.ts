import { json } from './answers.ts'
import type { Handler } from './ask.ts'

/** Who asks, for the script that lays it over pages which are the same for everyone; nothing of a stranger. */
export const show: Handler = async (ask) => {
  const person = await ask.asker()
  return json(person ? { personId: person.id, name: person.name, role: person.role } : {})
}
