import { isIP } from 'node:net'
import { Trouble } from '../../kit/trouble.ts'
import type { Reading, Writing } from '../../store/index.ts'
import type { PersonId } from './person.ts'

export const MOST_LINKS = 5
const LONGEST_LINK = 200

interface LinkTables {
  profileLink: { personId: PersonId; position: number; address: string }
}

/** The addresses under which somebody is found elsewhere, one on a line; throws Trouble for what is none of the open web, and for too many. */
export function linksFrom(typed: string): string[] {
  const lines = typed.split('\n').map((line) => line.trim())
  const links = [...new Set(lines.filter((line) => line !== '').map(linkFrom))]
  if (links.length > MOST_LINKS) throw new Trouble('invalid', 'links.too-many', { limit: MOST_LINKS })
  return links
}

function linkFrom(line: string): string {
  const url = URL.parse(line)
  const isOpen = url?.protocol === 'https:' && url.username === '' && url.password === '' && url.port === ''
  const host = url?.hostname ?? ''
  const isNamed = /\.[a-z][a-z\d-]*$/.test(host) && isIP(host) === 0 && !/\.(?:local|localhost|internal)$/.test(host)
  if (!isOpen || !isNamed || url.href.length > LONGEST_LINK)
    throw new Trouble('invalid', 'links.wrong', { limit: LONGEST_LINK })
  return url.href
}

export async function linksOf(db: Reading, personId: PersonId): Promise<string[]> {
  const links = db.look<LinkTables>().selectFrom('profileLink').select('address').where('personId', '=', personId)
  return (await links.orderBy('position').execute()).map(({ address }) => address)
}

export async function saveLinks(tx: Writing, personId: PersonId, links: readonly string[]): Promise<void> {
  await tx.change<LinkTables>().deleteFrom('profileLink').where('personId', '=', personId).execute()
  const rows = links.map((address, position) => ({ personId, position, address }))
  if (rows.length > 0) await tx.change<LinkTables>().insertInto('profileLink').values(rows).execute()
}
