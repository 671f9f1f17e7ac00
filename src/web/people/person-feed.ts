import { paths } from '../../addresses/paths.ts'
import { filled, writtenBy } from '../../domain/discussion/index.ts'
import { rulesIn } from '../../domain/moderation/index.ts'
import { profileOf } from '../../domain/people/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import { readOnlyContext } from '../comments/index.ts'
import { atom, commentEntry, ENTRIES, FEED_TYPES } from '../feeds/index.ts'
import { taking } from '../http/taking.ts'
import { PERSON, personIn } from './person-in.ts'

/** The latest of what somebody wrote; gone while they hide it. */
export const show = taking({ params: PERSON }, async (ask, { person }) => {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const body = await ask.store.read(async (db) => {
    const { id, name } = await personIn(db, person)
    const { hiddenAt } = await profileOf(db, id)
    if (hiddenAt !== null) throw new Trouble('gone', 'person.hides')
    const comments = await filled(db, await writtenBy(db, id, undefined, ENTRIES))
    const context = readOnlyContext(frame, await rulesIn(db, frame.language), say)
    return atom(frame, {
      title: `${name} · ${frame.publication.name}`,
      path: paths.person(id, frame.language),
      self: paths.personFeed(id, frame.language),
      entries: comments.map((comment) => commentEntry(comment, frame, say, context)),
    })
  })
  return new Response(body, { headers: { 'content-type': FEED_TYPES.atom, 'cache-control': 'no-store' } })
})
