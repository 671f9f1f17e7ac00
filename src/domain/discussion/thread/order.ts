import { type CommentId, ROOT } from '../comments/comment.ts'

/** How comments under one parent follow each other. The order holds at every level, `active` among the roots alone. */
export type Order = 'oldest' | 'newest' | Ranked

/** Orders in which a comment's place depends on what others make of it. */
export type Ranked = 'best' | 'replied' | 'active'

/** The first is the one in which a discussion is read unless another is asked for. */
export const ORDERS: readonly Order[] = ['oldest', 'newest', 'best', 'replied', 'active']

export function orderFrom(text: string | undefined): Order {
  return ORDERS.find((order) => order === text) ?? 'oldest'
}

/** The order that holds among the comments under one parent. */
export function orderUnder(order: Order, under: CommentId | typeof ROOT): Order {
  return order === 'active' && under !== ROOT ? 'oldest' : order
}

/** The orders that a page can offer for what stands under one parent. */
export function ordersUnder(under: number): readonly Order[] {
  return under === ROOT ? ORDERS : ORDERS.filter((order) => order !== 'active')
}

export function isRanked(order: Order): order is Ranked {
  return order !== 'oldest' && order !== 'newest'
}
