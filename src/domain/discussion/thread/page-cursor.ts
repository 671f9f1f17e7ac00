import type { CommentId, ROOT } from '../comments/comment.ts'
import type { Order } from './order.ts'

/** The part of a discussion that a page shows: under what, in which order, and where it begins. */
export interface PageCursor {
  under: CommentId | typeof ROOT
  order: Order
  /** Oldest first: the ordinal after which it begins. Ranked: how many places stand before it. */
  after: number
  /** Newest first: the ordinal before which it begins; 0 for the newest. */
  before: number
  /** The ranking whose places are counted; 0 for the present one. */
  ranking: number
  /** Ranked: those that stood above the link to it, and stand in it no more. */
  without?: readonly CommentId[]
}

/** A part that goes on where another ends, and how many comments stand under that parent from there on. */
export interface NextPage extends PageCursor {
  count: number
  /** These and all below them, where that is known. */
  whole?: number
}
