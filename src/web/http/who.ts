import type { Member, Right } from '../../domain/people/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Ask } from './ask.ts'

/** Who may ask: everybody, whoever has an account, or those who have one of these rights, of which the domain decides the rest record by record. */
export type Who = keyof typeof MAY | Right | readonly Right[]

type MustMay = (ask: Ask) => Promise<unknown>

const everybody: MustMay = async () => {}

const MAY = {
  visitor: everybody,
  'whoever holds the link': everybody,
  reader: (ask: Ask) => ask.person(),
  /** Signed in, though the account may have no name so far. */
  account: async (ask: Ask) => {
    if (!(await ask.signedIn())) throw new Trouble('forbidden', 'person.unknown')
  },
} as const

/** Throws where the one who asks may not. */
export async function mustMay(who: Who, ask: Ask): Promise<unknown> {
  if (typeof who === 'string') return MAY[who](ask)
  const by = await ask.person()
  const rights = [who].flat()
  if (!rights.some((right) => right.maySome(by))) throw new Trouble('forbidden', rights[0]!.refusal)
}

const STRANGER: Pick<Member, 'id' | 'roles'> = { id: 0 as Member['id'], roles: [] }

/** Whether a form that was refused may come again: who has been signed out since keeps what was typed, and what is for a role shows itself to nobody without it. */
export async function maySeeAgain(who: Who, ask: Ask): Promise<boolean> {
  if (typeof who === 'string') return true
  const by = ((await ask.asker()) ?? STRANGER) as Member
  return [who].flat().some((right) => right.maySome(by))
}

/** Who may ask, in words. */
export function nameOfWho(who: Who): string {
  if (typeof who === 'string') return who
  return [who]
    .flat()
    .map(({ name }) => name)
    .join(' or ')
}
