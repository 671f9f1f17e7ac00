import { join } from '../src/domain/people/index.ts'
import { buildParley } from '../src/parley.ts'
import { openDatabase } from '../src/store/index.ts'
import { SECRET, type Served } from './server.ts'

const PASSWORD = 'a password of the bench'

/** Cookies of people who have just signed in, past the forms and their limits. */
export async function signIn(server: Served, count: number): Promise<string[]> {
  const { origin, folder, database } = server
  const options = { origin, secret: SECRET, mediaFolder: `${folder}/media`, mailFolder: `${folder}/mail` }
  const { accounts, store, close } = await buildParley(await openDatabase(database), options)
  const all: string[] = []
  for (let number = 1; number <= count; number++) {
    const mail = `person-${number}-${Date.now()}@bench.example` as Parameters<typeof accounts.create>[0]
    const accountId = (await accounts.create(mail, PASSWORD))!
    await store.write((tx) => join(tx, { accountId, name: `Writer ${number} of ${Date.now()}`, at: Date.now() }))
    const { cookies } = await accounts.byPassword(mail, PASSWORD)
    all.push(cookies.map((line) => line.split(';')[0]).join('; '))
  }
  await close()
  return all
}
