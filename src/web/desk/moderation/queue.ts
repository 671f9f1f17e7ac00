import { paths } from '../../../addresses/paths.ts'
import { heldEditsOf } from '../../../domain/discussion/index.ts'
import {
  countQueue,
  cursorAfter,
  decisionById,
  type FiledComment,
  filedOf,
  proposedAbout,
  queue,
  reasonsOf,
  rulesIn,
  UNDO_MS,
} from '../../../domain/moderation/index.ts'
import { peopleById } from '../../../domain/people/index.ts'
import { MOST_COUNTED } from '../../../kit/most-counted.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { count, idOrNone } from '../../http/shapes.ts'
import { freshKey } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import { filterOf, given, QUEUE_QUERY } from './queue-asked.ts'
import { queuePage } from './queue-page.ts'

const ON_A_PAGE = 30

/** The cases that wait, filtered and in an order that one chooses, a page at a time. */
export const show = taking(
  { query: { ...QUEUE_QUERY, value: count, after: idOrNone<'case'>(), decided: idOrNone<'decision'>() } },
  async (ask, { value, after, decided, ...asked }) => {
    const by = await ask.person()
    const [frame, say] = [await ask.frame(), await ask.say()]
    const order = asked.order ?? 'oldest'
    const filter = filterOf(ask, asked, by.id)
    const cursor = after && { value, id: after }
    const shown = await ask.store.read(async (db) => {
      const cases = await queue(db, by, { ...filter, order, after: cursor }, ask.at, ON_A_PAGE + 1)
      const onPage = cases.slice(0, ON_A_PAGE)
      const about = onPage.flatMap(({ commentId }) => commentId ?? [])
      const comments = await filedOf(db, about)
      const ids = onPage.flatMap(({ personId, claimedById }) => [personId, claimedById])
      const people = await peopleById(db, [...new Set(ids.filter((id) => id !== null))])
      return {
        cases: onPage,
        hasMore: cases.length > ON_A_PAGE,
        count: await countQueue(db, by, filter, ask.at, MOST_COUNTED),
        comments: new Map<number | null, FiledComment>(comments.map((comment) => [comment.id, comment])),
        edits: await heldEditsOf(db, about),
        proposed: await proposedAbout(db, about),
        names: new Map(people.map(({ id, name }) => [id, name])),
        reasons: await reasonsOf(
          db,
          onPage.map(({ id }) => id),
        ),
        rules: await rulesIn(db, frame.language),
      }
    })
    const last = shown.cases.at(-1)
    const next = shown.hasMore && last ? cursorAfter(last, order) : undefined
    const further = next && paths.deskQueue(frame.language, { ...given(asked), value: next.value, after: next.id })
    const undoing = await undoingOf(ask, decided)
    return page(
      queuePage(
        frame,
        {
          ...shown,
          sections: frame.sections,
          asked: { ...asked, order },
          further: further ?? null,
          now: ask.at,
          undoing,
        },
        say,
      ),
    )
  },
)

/** A decision that was just made, while it can be undone. */
export async function undoingOf(ask: Ask, id: Parameters<typeof decisionById>[1] | undefined) {
  const decision = id && (await decisionById(ask.store, id))
  if (!decision || decision.undoneAt !== null || decision.settledAt !== null || ask.at - decision.at > UNDO_MS)
    return null
  return { decision, sending: { action: paths.deskDecisionUndo(decision.id), key: freshKey() } }
}
