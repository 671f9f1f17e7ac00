import { paths } from '../../../addresses/paths.ts'
import {
  giveRoles,
  grantsTo,
  type HeldRole,
  hasSecondFactor,
  mailOf,
  type PersonId,
  peopleById,
  placeholdersOf,
  rolesOf,
} from '../../../domain/people/index.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { flag } from '../../http/shapes.ts'
import { freshKey, keyAgain } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { PERSON, personIn } from '../../people/index.ts'
import { deskPersonPage } from './person-page.ts'

const MOST_GRANTS = 100

/** Somebody as administrators see them: address, roles, and what was given and taken. */
export const show = taking({ params: PERSON, query: { done: flag } }, (ask, { person, done }) =>
  personPage(ask, person, { done }),
)

interface Since {
  done?: boolean
  wrong?: Wrong
  typed?: { role: string; sections: readonly string[]; languages: readonly string[] }
}

const NOTHING = { role: '', sections: [], languages: [] }

/** The same with the form as it was typed and refused. */
export async function personPage(ask: Ask, id: PersonId, { done = false, wrong, typed = NOTHING }: Since) {
  const [frame, say, by] = [await ask.frame(), await ask.say(), await ask.person()]
  const shown = await ask.store.read(async (db) => {
    const person = await personIn(db, id)
    const story = await grantsTo(db, id, MOST_GRANTS)
    const ids = story.flatMap(({ grantedById, takenById }) => [grantedById, takenById]).filter((one) => one !== null)
    const names = new Map((await peopleById(db, [...new Set(ids)])).map((one) => [one.id, one.name]))
    const placeholders = await peopleById(db, await placeholdersOf(db, id))
    const hasFactor = person.accountId !== null && (await hasSecondFactor(db, person.accountId))
    return {
      placeholders,
      hasFactor,
      person,
      mail: (await mailOf(db, id)) ?? null,
      roles: await rolesOf(db, id),
      story,
      names,
    }
  })
  const action = paths.deskRoles(id)
  const taking = ({ role }: HeldRole) => ({ action, key: freshKey(), hidden: { role, end: '1' } })
  const mayGive = giveRoles.may(by, undefined) && by.id !== id && shown.person.accountId !== null
  const giving = mayGive ? { action, key: keyAgain(ask, wrong) } : null
  const isOneself = by.id === id
  const factorRemoval =
    shown.hasFactor && !isOneself ? { action: paths.deskSecondFactorRemoval(id), key: freshKey() } : null
  const whole = { ...shown, factorRemoval, giving, taking, isOneself, typed, error: wrong?.sentence ?? null, done }
  return page(deskPersonPage(frame, whole, say), wrong?.status)
}
