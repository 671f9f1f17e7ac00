import { paths } from '../../../addresses/paths.ts'
import {
  type CaseId,
  cannedReasons,
  caseFile,
  mustHandle,
  proposedAbout,
  rulesIn,
} from '../../../domain/moderation/index.ts'
import { peopleById } from '../../../domain/people/index.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { id, idOrNone } from '../../http/shapes.ts'
import { freshKey, keyAgain } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { casePage, type Typed } from './case-page.ts'
import { undoingOf } from './queue.ts'

export const CASE = { case: id<'case'>('case.missing') }

/** A case with everything that helps to decide about it. */
export const show = taking({ params: CASE, query: { decided: idOrNone<'decision'>() } }, (ask, { case: id, decided }) =>
  shown(ask, id, { decided }),
)

interface Since {
  decided?: Parameters<typeof undoingOf>[1]
  typed?: Typed
  wrong?: Wrong
}

/** The same with a form as it was typed and refused. */
export async function shown(ask: Ask, id: CaseId, { decided, typed, wrong }: Since) {
  const by = await ask.person()
  const [frame, say] = [await ask.frame(), await ask.say()]
  const data = await ask.store.read(async (db) => {
    const one = await mustHandle(db, id, by)
    const claimer = one.claimedById === null ? [] : await peopleById(db, [one.claimedById])
    return {
      one,
      file: await caseFile(db, by, one),
      rules: await rulesIn(db, frame.language),
      canned: await cannedReasons(db, frame.language),
      claimer: claimer[0] ?? null,
      proposed: one.commentId === null ? undefined : (await proposedAbout(db, [one.commentId])).get(one.commentId),
    }
  })
  const sending = {
    claim: { action: paths.deskCaseClaim(id), key: freshKey() },
    note: { action: paths.deskCaseNotes(id), key: keyAgain(ask, wrong) },
    decision: { action: paths.deskCaseDecisions(id), key: keyAgain(ask, wrong) },
  }
  const { otherWords } = data.file
  const editing = otherWords && {
    action: paths.held(otherWords.commentId),
    key: freshKey(),
    hidden: { edit: String(otherWords.id), from: 'desk' },
  }
  const undoing = await undoingOf(ask, decided)
  const error = wrong?.sentence ?? null
  return page(
    casePage(frame, { ...data, by, sending, editing, undoing, typed, error, now: ask.at }, say),
    wrong?.status,
  )
}
