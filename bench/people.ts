import { giveRole, join, type Role } from '../src/domain/people/index.ts'
import type { Parley } from '../src/parley.ts'

export const PASSWORD = 'a password of the bench'

export function mailOf(number: number): string {
  return `person-${number}@bench.example`
}

/** Cookies of people who have just signed in, past the forms and their limits. */
export async function signIn(
  { people: { accounts }, store }: Pick<Parley, 'people' | 'store'>,
  count: number,
): Promise<string[]> {
  const all: string[] = []
  for (let number = 1; number <= count; number++) {
    const mail = mailOf(number) as Parameters<typeof accounts.create>[0]
    const accountId = (await accounts.create(mail, PASSWORD))!
    await store.write((tx) => join(tx, { accountId, name: `Writer ${number} of the bench`, at: Date.now() }))
    const { cookies } = await accounts.byPassword(mail, PASSWORD)
    all.push(cookies.map((line) => line.split(';')[0]).join('; '))
  }
  return all
}

/** The cookie of somebody who works here. */
export async function signInAs(
  { people: { accounts }, store, tail }: Pick<Parley, 'people' | 'store' | 'tail'>,
  role: Role,
): Promise<string> {
  const mail = `${role}@bench.example` as Parameters<typeof accounts.create>[0]
  const accountId = (await accounts.create(mail, PASSWORD))!
  const limits = { sections: [], languages: [] }
  const { seq } = await store.write(async (tx) => {
    const { id } = await join(tx, { accountId, name: `The ${role} of the bench`, isStaff: true, at: Date.now() })
    await giveRole(tx, { personId: id, role, limits, byId: null, at: Date.now() })
  })
  await tail.until(seq)
  const { cookies } = await accounts.byPassword(mail, PASSWORD)
  return cookies.map((line) => line.split(';')[0]).join('; ')
}
