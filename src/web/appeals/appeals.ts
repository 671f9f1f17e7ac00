import { paths } from '../../addresses/paths.ts'
import {
  type Appeal,
  commentsOfAppeal,
  DECIDED_WITHIN_MS,
  decideAppeals,
  decisionById,
  openAppeals,
  placeOfComment,
  sanctionPeople,
} from '../../domain/moderation/index.ts'
import { type Member, WHOLE } from '../../domain/people/index.ts'
import type { Reading } from '../../store/index.ts'
import { page } from '../http/answers.ts'
import { taking } from '../http/taking.ts'
import { appealsPage, type ListedAppeal } from './appeals-page.ts'

const ON_A_PAGE = 100

/** The appeals that wait and that the one who asks may see, the oldest first. */
export const list = taking({}, async (ask) => {
  const by = await ask.person()
  const [frame, say] = [await ask.frame(), await ask.say()]
  const shown = await ask.store.read((db) => listed(db, by, frame.language))
  return page(appealsPage(frame, { appeals: shown, now: ask.at }, say))
})

async function listed(db: Reading, by: Member, language: string): Promise<ListedAppeal[]> {
  const shown: ListedAppeal[] = []
  for await (const appeal of waiting(db)) {
    if (shown.length === ON_A_PAGE) break
    const [comment] = await commentsOfAppeal(db, appeal, 1)
    if (!(comment ? decideAppeals.may(by, await placeOfComment(db, comment)) : sanctionPeople.may(by, WHOLE))) continue
    const decision = (await decisionById(db, appeal.decisionId))!
    shown.push({
      path: paths.deskAppeal(appeal.id, language),
      kind: decision.kind,
      at: appeal.at,
      dueAt: appeal.at + DECIDED_WITHIN_MS,
      isOwn: decision.byId === by.id,
      words: appeal.words,
    })
  }
  return shown
}

/** All that wait, some at a time, however few of them the one who asks may see. */
async function* waiting(db: Reading): AsyncGenerator<Appeal> {
  for (let last: Appeal | undefined; ; ) {
    const some: Appeal[] = await openAppeals(db, ON_A_PAGE, last?.id)
    yield* some
    if (some.length < ON_A_PAGE) return
    last = some.at(-1)
  }
}
