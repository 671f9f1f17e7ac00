import type { Writing } from '../../../store/index.ts'
import { type CommentId, hold, type Post, post } from '../../discussion/index.ts'
import type { Verdict } from './judge.ts'

/** A comment that came in, and whether it waits out of sight. */
export interface Received {
  id: CommentId
  isHeld: boolean
}

/** Posts a comment, or holds it, as the verdict says. */
export async function receive(tx: Writing, { hold: why }: Verdict, posting: Post): Promise<Received> {
  if (!why) return { id: (await post(tx, posting)).id, isHeld: false }
  return { id: await hold(tx, { ...posting, heldById: null, note: '', ...why }), isHeld: true }
}
