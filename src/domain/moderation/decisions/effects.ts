import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import {
  type KeptComment,
  lastTakenBack,
  letIn,
  lock,
  moveBack,
  moveBranch,
  type NewRemoval,
  redact,
  redactAgain,
  removalInForce,
  remove,
  removeHeld,
  removeMany,
  restore,
  unlock,
  unredact,
} from '../../discussion/index.ts'
import { removeComments, restoreComments } from '../policy.ts'
import type { CommentDecision, DecisionKind } from './decision.ts'
import { lastKindOf } from './decisions.ts'
import type { Deciding, Effect } from './effect.ts'

const keeping: Effect = {
  right: removeComments,
  needsGround: false,
  answers: 'unfounded',
  async carryOut(_, { state }) {
    if (state === 'removed') throw new Trouble('gone', 'comment.removed')
    if (state === 'held') throw new Trouble('conflict', 'decision.held')
  },
  async carryOutMany() {},
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
  carryOutMany: (tx, comments, deciding) => removeMany(tx, comments, removalBy(deciding, 'held'), deciding.at),
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
    if (comment.state === 'removed' && (await removeHeld(tx, comment, removal, deciding.at))) return
    await removeOnce(tx, comment, removal, deciding.at)
  },
  carryOutMany: (tx, comments, deciding) => removeMany(tx, comments, removalBy(deciding, 'moderators'), deciding.at),
  async undo(tx, comment, { byId, at, before }) {
    await restore(tx, comment, { byId, note: '', at })
    if (before === 'removed') await remove(tx, comment, { byId, cause: 'held', ruleId: null, at }, at)
  },
}

/** The comment goes and nobody answers below it any more; replies that are there stand. */
const removingBranch: Effect = {
  right: removeComments,
  needsGround: true,
  answers: 'upheld',
  async carryOut(tx, comment, deciding) {
    await removing.carryOut(tx, comment, deciding)
    await lock(tx, comment, deciding.at)
  },
  async undo(tx, comment, undone) {
    await unlock(tx, comment, undone.at)
    await removing.undo(tx, comment, undone)
  },
}

/** The comment stands, and says that a passage was taken out. */
const redacting: Effect = {
  right: removeComments,
  needsGround: true,
  answers: 'upheld',
  carryOut: (tx, comment, { passage = '', at }) => redact(tx, comment, passage, at),
  undo: (tx, { id }, { at }) => unredact(tx, { id, neverWas: true }, at),
}

const locking: Effect = {
  right: removeComments,
  needsGround: false,
  answers: null,
  endsAsked: true,
  carryOut: (tx, comment, { at }) => lock(tx, comment, at),
  undo: (tx, comment, { at }) => unlock(tx, comment, at),
}

const unlocking: Effect = {
  right: removeComments,
  needsGround: false,
  answers: null,
  endsAsked: true,
  carryOut: (tx, comment, { at }) => unlock(tx, comment, at),
  undo: (tx, comment, { at }) => lock(tx, comment, at),
}

/** All of a branch stands under another article, and where it stood leads there. */
const moving: Effect = {
  right: removeComments,
  needsGround: false,
  answers: null,
  endsAsked: true,
  async carryOut(tx, { id }, { to, byId, at }) {
    if (to === undefined) throw new Trouble('invalid', 'move.nowhere', {}, { fields: { to: 'move.nowhere' } })
    await moveBranch(tx, { id, to, byId, at })
  },
  undo: (tx, { id }, { byId, at }) => moveBack(tx, { id, byId, at }),
}

/** What an author took back stays with the author; a branch that was locked with the removal opens again. What had never stood comes in: nobody would look at it again. */
const restoring: Effect = {
  right: restoreComments,
  needsGround: false,
  answers: null,
  takesBack: ['remove', 'remove-branch'],
  async carryOut(tx, comment, { byId, staffNote, foundBy, at }) {
    const removal = await removalInForce(tx, comment.id)
    if (!removal) throw new Trouble('conflict', 'removal.none')
    if (removal.cause === 'unknown' || removal.cause === 'moved') throw new Trouble('conflict', 'removal.words-unknown')
    if (removal.cause === 'author') throw new Trouble('forbidden', 'removal.by-author')
    const onAppeal = foundBy === 'appeal'
    await restore(tx, comment, { byId, note: staffNote, at, onAppeal })
    if (comment.ordinal === null) await letIn(tx, { id: comment.id, byId, note: staffNote, at, onAppeal })
    if (comment.locked && (await wasLockedWithRemoval(tx, comment))) await unlock(tx, comment, at)
  },
  async undo(tx, comment, { at }) {
    if (!comment.locked && (await wasLockedWithRemoval(tx, comment))) await lock(tx, comment, at)
    const before = await lastTakenBack(tx, comment.id)
    if (before) await remove(tx, comment, before, at)
  },
}

/** The passage that was taken out last, or by the decision that is named, stands again. */
const unredacting: Effect = {
  right: restoreComments,
  needsGround: false,
  answers: null,
  takesBack: ['redact'],
  carryOut: (tx, { id }, { at, takenAt }) => unredact(tx, { id, takenAt }, at),
  undo: (tx, comment, { at }) => redactAgain(tx, comment, at),
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
  'remove-branch': removingBranch,
  redact: redacting,
  unredact: unredacting,
  restore: restoring,
  lock: locking,
  unlock: unlocking,
  move: moving,
  uphold: upholding,
}

const LOCKS: readonly DecisionKind[] = ['lock', 'unlock', 'remove-branch']

async function wasLockedWithRemoval(db: Reading, { id }: KeptComment): Promise<boolean> {
  return (await lastKindOf(db, id, LOCKS)) === 'remove-branch'
}

function removalBy({ byId, ruleId, staffNote: note, at }: Deciding, cause: NewRemoval['cause']): NewRemoval {
  return { byId, cause, ruleId, note, at }
}

async function removeOnce(tx: Writing, comment: KeptComment, removal: NewRemoval, at: number) {
  if (!(await remove(tx, comment, removal, at))) throw new Trouble('gone', 'comment.removed')
}
