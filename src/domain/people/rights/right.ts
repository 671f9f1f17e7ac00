import { Trouble } from '../../../kit/trouble.ts'
import type { Person } from '../person.ts'
import { type Member, type Place, type Role, reaches, WHOLE } from '../roles/role.ts'

/** Something that not everybody may. "right.<name>" in words/ is the sentence that says who may. */
export interface Right<About = never, By = Member> {
  readonly name: string
  /** The key of the sentence for those who may not. */
  readonly refusal: string
  /** Whether somebody may of one thing or another. */
  maySome(by: By): boolean
  may(by: By, about: About): boolean
}

interface Declared {
  name: string
  refusal: string
}

/** A right that comes with roles, whatever it is about. */
export function rightOfRoles({ roles, ...declared }: Declared & { roles: readonly Role[] }): Right<unknown> {
  const may = (by: Member) => by.roles.some(({ role }) => roles.includes(role))
  return { ...declared, maySome: may, may }
}

/** A right that comes with roles, for those whom no section and no language limits. */
export function rightOverAll({ roles, ...declared }: Declared & { roles: readonly Role[] }): Right<unknown> {
  const may = (by: Member) => by.roles.some((held) => roles.includes(held.role) && reaches(held, WHOLE))
  return { ...declared, maySome: may, may }
}

/** A right that comes with roles, as far as each of them reaches. */
export function rightWithinLimits({ roles, ...declared }: Declared & { roles: readonly Role[] }): Right<Place> {
  const held = (by: Member) => by.roles.filter(({ role }) => roles.includes(role))
  return {
    ...declared,
    maySome: (by) => held(by).length > 0,
    may: (by, place) => held(by).some((role) => reaches(role, place)),
  }
}

type RightOfReaders<About> = Right<About, Pick<Person, 'id'>>

/** A right of everybody who has an account, of some things. */
export function rightOfReaders<About>({
  may,
  ...declared
}: Declared & Pick<RightOfReaders<About>, 'may'>): RightOfReaders<About> {
  return { ...declared, maySome: () => true, may }
}

/** Throws Trouble where somebody has no such right. */
export function mustMay<About, By>(right: Right<About, By>, by: By, about: About): void {
  if (!right.may(by, about)) throw new Trouble('forbidden', right.refusal)
}
