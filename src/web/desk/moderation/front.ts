import { moderationFront, proposalsFor } from '../../../domain/moderation/index.ts'
import { peopleById } from '../../../domain/people/index.ts'
import { MOST_COUNTED } from '../../../kit/most-counted.ts'
import { dayBefore } from '../../../kit/zone.ts'
import { page } from '../../http/answers.ts'
import { taking } from '../../http/taking.ts'
import { frontPage } from './front-page.ts'

/** What waits, for how long, who is on it, and what came of yesterday. */
export const show = taking({}, async (ask) => {
  const by = await ask.person()
  const [frame, say] = [await ask.frame(), await ask.say()]
  const yesterday = dayBefore(ask.at, frame.publication.zone)
  const data = await ask.store.read(async (db) => {
    const front = await moderationFront(db, by, { now: ask.at, ...yesterday, mostCounted: MOST_COUNTED })
    const second = await proposalsFor(db, by)
    const people = await peopleById(db, [
      ...new Set([...front.busy.map(({ personId }) => personId), ...second.flatMap(({ byId }) => byId ?? [])]),
    ])
    return { front, second, names: new Map<number, string>(people.map(({ id, name }) => [id, name])) }
  })
  return page(frontPage(frame, data, say))
})
