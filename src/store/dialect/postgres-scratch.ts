import { sql } from 'kysely'
import { Refusal } from '../../kit/refusal.ts'
import type { AnyKysely } from '../database.ts'

/** insufficient_privilege. Source: PostgreSQL, appendix A. */
const MAY_NOT = '42501'

/** An empty database on the same server, for the same person. */
export async function scratchBeside(db: AnyKysely, url: string) {
  const address = new URL(url)
  const name = `${decodeURIComponent(address.pathname.slice(1))}_rehearsal_${process.pid}`
  address.pathname = encodeURIComponent(name)
  const remove = () => sql`drop database if exists ${sql.id(name)} with (force)`.execute(db)
  await remove()
  await sql`create database ${sql.id(name)} template template0`.execute(db).catch((error) => {
    if (error?.code !== MAY_NOT) throw error
    throw new Refusal(
      `The person whom PARLEY_DATABASE names may make no database to rehearse on. Let them: alter role ${address.username} createdb.`,
      undefined,
      { cause: error },
    )
  })
  return { address: address.href, remove }
}
