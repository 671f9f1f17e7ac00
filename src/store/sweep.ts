import type { Writing } from './access.ts'

/** Forgets some of what nobody needs any more; answers whether there is more of it at once. */
export type Sweep = (tx: Writing, now: number) => Promise<boolean>
