import { paths } from '../../../addresses/paths.ts'
import {
  type DecidedComment,
  decidedComments,
  decidedPlaces,
  decisionById,
  type FiledComment,
  filedOf,
  handleCases,
  isCarriedOut,
  mustReachAll,
  notesOn,
  rulesIn,
  undo,
  wordsDecided,
} from '../../../domain/moderation/index.ts'
import { peopleById } from '../../../domain/people/index.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading } from '../../../store/index.ts'
import { page } from '../../http/answers.ts'
import { flag, id } from '../../http/shapes.ts'
import { submitOnce } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import { decisionPage } from './decision-page.ts'
import { undoingOf } from './queue.ts'

const DECISION = { decision: id<'decision'>('decision.missing') }
const FIRST = 20

/** A decision with what it was about and what moderators told each other. */
export const show = taking({ params: DECISION, query: { done: flag } }, async (ask, { decision: id }) => {
  const by = await ask.person()
  const [frame, say] = [await ask.frame(), await ask.say()]
  const data = await ask.store.read(async (db) => {
    const decision = await decisionById(db, id)
    if (!decision) throw new Trouble('missing', 'decision.missing')
    const decided = await decidedComments(db, id, { limit: FIRST })
    const filed = await filedOf(
      db,
      decided.map(({ commentId }) => commentId),
    )
    const comments = decision.kind === 'redact' ? await asTheyWere(db, decided, filed) : filed
    await mustReachAll(db, handleCases, by, await decidedPlaces(db, id))
    const notes = decision.caseId === null ? [] : await notesOn(db, [decision.caseId])
    const ids = [
      decision.byId,
      decision.assentedById,
      decision.undoneById,
      decision.personId,
      ...comments.map(({ authorId }) => authorId),
    ]
    const named = [...ids, ...notes.map(({ byId }) => byId)].filter((one) => one !== null)
    const names = new Map((await peopleById(db, [...new Set(named)])).map((one) => [one.id, one.name]))
    return {
      decision,
      comments,
      notes,
      names,
      isCarriedOut: await isCarriedOut(db, id),
      rules: await rulesIn(db, frame.language),
    }
  })
  return page(decisionPage(frame, { ...data, undoing: await undoingOf(ask, id) }, say))
})

/** From whose words a passage was taken, with those words as they were then. */
async function asTheyWere(db: Reading, decided: readonly DecidedComment[], filed: readonly FiledComment[]) {
  const then = await Promise.all(decided.map((one) => wordsDecided(db, one)))
  return filed.map((comment, at) => ({ ...comment, words: then[at]?.plain ?? '' }))
}

/** Takes a decision back as if it had never been. */
export const undoing = taking({ params: DECISION }, async (ask, { decision: id }) => {
  const by = await ask.person()
  const language = await ask.language()
  return submitOnce(ask, by, [String(id)], async (tx) => {
    const { caseId } = await undo(tx, { id, by, at: ask.at })
    return { location: caseId === null ? paths.deskDecision(id, language) : paths.deskCase(caseId, language) }
  })
})
