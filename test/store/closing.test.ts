import { test } from 'node:test'
import { sql } from 'kysely'
import { openDatabase } from '../../src/store/index.ts'
import { DATABASES } from '../support/databases.ts'

const MOST_AT_ONCE = 4

for (const { name, open } of DATABASES) {
  test(`on ${name}, a database is closed however many were asking just before`, async () => {
    const fresh = await open()
    for (let atOnce = 1; atOnce <= MOST_AT_ONCE; atOnce++) {
      const database = await openDatabase(fresh.url)
      const ask = () => sql`select ${atOnce} as "one"`.execute(database.reader)
      await ask()
      await Promise.all(Array.from({ length: atOnce }, ask))
      await database.close()
    }
    await fresh.close()
  })
}
