import { mayModerate, type Person, type Role } from '../../domain/people/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Ask } from './ask.ts'

/** Who may ask: everybody, whoever has a role, or those whom a policy names, of which the domain decides the rest record by record. */
export type Who = keyof typeof MAY

type MustMay = (ask: Ask) => Promise<unknown>

const everybody: MustMay = async () => {}
const reader: MustMay = (ask) => ask.person()

const MAY = {
  visitor: everybody,
  reader,
  moderator: demanding(mayModerate, 'removal.not-yours'),
  editor: demanding(hasRole('editor', 'admin'), 'who.editors'),
  admin: demanding(hasRole('admin'), 'who.admins'),
  /** Signed in, though the account may have no name so far. */
  account: async (ask: Ask) => {
    if (!(await ask.signedIn())) throw new Trouble('forbidden', 'person.unknown')
  },
  'its author': reader,
  'all but its author': reader,
  'its author or a moderator': reader,
  'whoever holds the link': everybody,
} as const

/** Throws where the one who asks may not. */
export function mustMay(who: Who, ask: Ask): Promise<unknown> {
  return MAY[who](ask)
}

function demanding(may: (person: Person) => boolean, key: string): MustMay {
  return async (ask) => {
    if (!may(await ask.person())) throw new Trouble('forbidden', key)
  }
}

function hasRole(...roles: readonly Role[]) {
  return ({ role }: Person) => roles.includes(role)
}
