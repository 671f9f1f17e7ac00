import { join } from '../src/domain/people/index.ts'
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
