import { Trouble } from '../../../kit/trouble.ts'
import { lastTakenBack, type NewRemoval, removalInForce, remove, restore } from '../../discussion/index.ts'
import { removeComments, restoreComments } from '../policy.ts'
import type { DecisionKind } from './decision.ts'
import type { Effect } from './effect.ts'

const removing: Effect = {
  right: removeComments,
  needsGround: true,
  async carryOut(tx, comment, { byId, ruleId, staffNote, at }) {
    const removal: NewRemoval = { byId, cause: 'moderators', ruleId, note: staffNote, at }
    if (!(await remove(tx, comment, removal, at))) throw new Trouble('gone', 'comment.removed')
  },
  undo: (tx, comment, { undoneById }, at) => restore(tx, comment, { byId: undoneById, note: '', at }),
}

/** What an author took back stays with the author. */
const restoring: Effect = {
  right: restoreComments,
  needsGround: false,
  takesBack: ['remove'],
  async carryOut(tx, comment, { byId, staffNote, at }) {
    const removal = await removalInForce(tx, comment.id)
    if (!removal) throw new Trouble('conflict', 'removal.none')
    if (removal.cause === 'unknown') throw new Trouble('conflict', 'removal.words-unknown')
    if (removal.cause === 'author') throw new Trouble('forbidden', 'removal.by-author')
    await restore(tx, comment, { byId, note: staffNote, at })
  },
  async undo(tx, comment, _, at) {
    const before = await lastTakenBack(tx, comment.id)
    if (before) await remove(tx, comment, before, at)
  },
}

export const EFFECTS: Readonly<Record<DecisionKind, Effect>> = { remove: removing, restore: restoring }
