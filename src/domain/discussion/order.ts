/** How comments under one parent follow each other. The order holds at every level. */
export type Order = 'oldest' | 'newest'

/** The first is the one in which a discussion is read unless another is asked for. */
export const ORDERS: readonly Order[] = ['oldest', 'newest']

export function orderFrom(text: string | undefined): Order {
  return ORDERS.find((order) => order === text) ?? 'oldest'
}
