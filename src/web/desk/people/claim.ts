import { paths } from '../../../addresses/paths.ts'
import {
  byNameKey,
  claimOf,
  claimPlaceholder,
  type Holder,
  mailAddressFrom,
  mailOf,
  mustBePlaceholder,
  nameKey,
  type Person,
  type PersonId,
  peopleById,
  personById,
  personByMail,
  undoClaim,
  whatMoves,
} from '../../../domain/people/index.ts'
import { idFrom } from '../../../kit/ids.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading } from '../../../store/index.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { flag, text } from '../../http/shapes.ts'
import { keyAgain, submitAnew } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { PERSON } from '../../people/index.ts'
import { claimPage } from './claim-page.ts'

export interface Given {
  /** Who keeps what goes with an imported name. */
  holders: readonly Holder[]
}

/** What would go to whom with an imported name, or has gone and can be given back. */
export const show = taking(
  { params: PERSON, query: { to: text, done: flag } },
  (ask, { person, to, done }, { holders }: Given) => shown(ask, holders, { person, to, done }),
)

/** Hands an imported name over with everything said under it, or with `end` gives it back. */
export const create = taking(
  { params: PERSON, form: { to: text, end: flag } },
  async (ask, { person: placeholderId, to, end: ends }, { holders }: Given) => {
    const by = await ask.person()
    const location = `${paths.deskClaim(placeholderId, await ask.language())}&done=1`
    return submitAnew(ask, by, [to, String(ends)], async (tx) => {
      await mustBePlaceholder(tx, placeholderId)
      const decided = { placeholderId, byId: by.id, at: ask.at }
      if (ends) await undoClaim(tx, holders, decided)
      else await claimPlaceholder(tx, holders, { ...decided, personId: await idMeant(tx, to) })
      return { location }
    })
  },
  async (ask, { person, to }, { holders }, wrong) => {
    if (wrong.trouble.key === 'person.missing' || wrong.trouble.key === 'claim.has-account') throw wrong.trouble
    return shown(ask, holders, { person, to, wrong })
  },
)

interface Since {
  person: PersonId
  to: string
  done?: boolean
  wrong?: Wrong
}

async function shown(ask: Ask, holders: readonly Holder[], { person, to, done = false, wrong }: Since) {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const data = await ask.store.read(async (db) => {
    const placeholder = await mustBePlaceholder(db, person)
    const claim = await claimOf(db, person)
    const meant = claim || to === '' ? undefined : await personMeant(db, to)
    const ids = claim ? [claim.personId, claim.byId ?? claim.personId] : []
    const names = new Map((await peopleById(db, ids)).map(({ id, name }) => [id, name]))
    const heir = meant && { ...meant, mail: (await mailOf(db, meant.id)) ?? null }
    return { placeholder, claim: claim ?? null, names, heir: heir ?? null, moves: await whatMoves(db, holders, person) }
  })
  const isNobody = to !== '' && !data.claim && !data.heir
  const error = wrong?.sentence ?? (isNobody ? say('hand-over.nobody') : null)
  const sending = { action: paths.deskClaim(person), key: keyAgain(ask, wrong) }
  return page(claimPage(frame, { ...data, sending, to, error, done }, say), wrong?.status)
}

async function idMeant(db: Reading, typed: string): Promise<PersonId> {
  const meant = await personMeant(db, typed)
  if (!meant) throw new Trouble('invalid', 'hand-over.nobody')
  return meant.id
}

/** Somebody with an account, by number, mail address or name. */
async function personMeant(db: Reading, typed: string): Promise<Person | undefined> {
  const meant = await personBy(db, typed.toWellFormed().replaceAll('\0', '').trim())
  return meant?.accountId == null ? undefined : meant
}

async function personBy(db: Reading, typed: string): Promise<Person | undefined> {
  const id = idFrom<'person'>(typed)
  if (id) return personById(db, id)
  if (!typed.includes('@')) return byNameKey(db, nameKey(typed))
  const mail = mailIn(typed)
  return mail && personByMail(db, mail)
}

function mailIn(typed: string) {
  try {
    return mailAddressFrom(typed)
  } catch {
    return undefined
  }
}
