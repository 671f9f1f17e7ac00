import { Trouble } from '../../../kit/trouble.ts'
import type { Writing } from '../../../store/index.ts'
import {
  type KeptComment,
  lastTakenBack,
  letIn,
  type NewRemoval,
  removalInForce,
  remove,
  removeHeld,
  restore,
} from '../../discussion/index.ts'
import { removeComments, restoreComments } from '../policy.ts'
import type { CommentDecision } from './decision.ts'
import type { Deciding, Effect } from './effect.ts'

const keeping: Effect = {
  right: removeComments,
  needsGround: false,
  answers: 'unfounded',
  async carryOut(_, { state }) {
    if (state === 'removed') throw new Trouble('gone', 'comment.removed')
    if (state === 'held') throw new Trouble('conflict', 'decision.held')
  },
  async undo() {},
}

/** Out of sight while it is looked at; what waits to be let in is that already. */
const holding: Effect = {
  right: removeComments,
  needsGround: false,
  answers: null,
  async carryOut(tx, comment, deciding) {
    if (comment.state === 'held') throw new Trouble('conflict', 'decision.held')
    await removeOnce(tx, comment, removalBy(deciding, 'held'), deciding.at)
  },
  undo: (tx, comment, { byId, at }) => restore(tx, comment, { byId, note: '', at }),
}

/** @NOTE a number is given once: what is let in and held again has one, and a tombstone. */
const lettingIn: Effect = {
  right: restoreComments,
  needsGround: false,
  answers: 'unfounded',
  async carryOut(tx, comment, { byId, staffNote: note, at }) {
    if (comment.state === 'held') return letIn(tx, { id: comment.id, byId, note, at })
    const removal = await removalInForce(tx, comment.id)
    if (removal?.cause !== 'held') throw new Trouble('conflict', 'decision.not-held')
    await restore(tx, comment, { byId, note, at })
  },
  async undo(tx, comment, { byId, at }) {
    await remove(tx, comment, { byId, cause: 'held', ruleId: null, at }, at)
  },
}

const removing: Effect = {
  right: removeComments,
  needsGround: true,
  answers: 'upheld',
  async carryOut(tx, comment, deciding) {
    const removal = removalBy(deciding, 'moderators')
    if (await removeHeld(tx, comment, removal, deciding.at)) return
    await removeOnce(tx, comment, removal, deciding.at)
  },
  async undo(tx, comment, { byId, at, before }) {
    await restore(tx, comment, { byId, note: '', at })
    if (before === 'removed') await remove(tx, comment, { byId, cause: 'held', ruleId: null, at }, at)
  },
}

/** What an author took back stays with the author. */
const restoring: Effect = {
  right: restoreComments,
  needsGround: false,
  answers: null,
  takesBack: ['remove'],
  async carryOut(tx, comment, { byId, staffNote, at }) {
    const removal = await removalInForce(tx, comment.id)
    if (!removal) throw new Trouble('conflict', 'removal.none')
    if (removal.cause === 'unknown') throw new Trouble('conflict', 'removal.words-unknown')
    if (removal.cause === 'author') throw new Trouble('forbidden', 'removal.by-author')
    await restore(tx, comment, { byId, note: staffNote, at })
  },
  async undo(tx, comment, { at }) {
    const before = await lastTakenBack(tx, comment.id)
    if (before) await remove(tx, comment, before, at)
  },
}

/** After an appeal, what was decided before stays as it is. */
const upholding: Effect = {
  right: restoreComments,
  needsGround: false,
  answers: null,
  async carryOut() {},
  async undo() {},
}

export const EFFECTS: Readonly<Record<CommentDecision, Effect>> = {
  keep: keeping,
  hold: holding,
  'let-in': lettingIn,
  remove: removing,
  restore: restoring,
  uphold: upholding,
}

function removalBy({ byId, ruleId, staffNote: note, at }: Deciding, cause: NewRemoval['cause']): NewRemoval {
  return { byId, cause, ruleId, note, at }
}

async function removeOnce(tx: Writing, comment: KeptComment, removal: NewRemoval, at: number) {
  if (!(await remove(tx, comment, removal, at))) throw new Trouble('gone', 'comment.removed')
}
