import { paths } from '../../../addresses/paths.ts'
import { openAsks, type Person, peopleFound, rolesOfEach, staffListed } from '../../../domain/people/index.ts'
import type { Reading } from '../../../store/index.ts'
import { page } from '../../http/answers.ts'
import { idOrNone, text } from '../../http/shapes.ts'
import { freshKey } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import { peoplePage } from './people-page.ts'

const ON_A_PAGE = 50
const FOUND = 30
const MOST_ASKS = 50

/** Those who hold a role, or with `begins` those whose names or addresses begin so. */
export const show = taking({ query: { begins: text, after: idOrNone<'person'>() } }, async (ask, { begins, after }) => {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const typed = begins.trim()
  const shown = await ask.store.read(async (db) => {
    const most = typed ? FOUND : ON_A_PAGE
    const rows = typed ? await peopleFound(db, typed, FOUND + 1) : await staffListed(db, after ?? 0, ON_A_PAGE + 1)
    const asks = typed || after ? [] : await openAsks(db, MOST_ASKS)
    return { asks, people: await withRoles(db, rows.slice(0, most)), hasMore: rows.length > most }
  })
  const last = shown.people.at(-1)
  const further = !typed && shown.hasMore && last ? paths.deskPeople(frame.language, last.id) : null
  return page(peoplePage(frame, { typed, ...shown, asks: shown.asks.map(declinable), further }, say))
})

function declinable<Of extends { placeholderId: number; personId: number }>(ask: Of) {
  const action = paths.deskClaimRefusal(ask.placeholderId)
  return { ...ask, declining: { action, key: freshKey(), hidden: { to: String(ask.personId) } } }
}

async function withRoles(db: Reading, people: readonly Person[]) {
  const ids = people.map(({ id }) => id)
  const roles = await rolesOfEach(db, ids)
  return people.map(({ id, name, accountId }) => ({
    id,
    name,
    isPlaceholder: accountId === null,
    roles: roles.get(id) ?? [],
  }))
}
