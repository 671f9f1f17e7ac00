import type { Kysely } from 'kysely'

/** A connection whose tables the caller names; Kysely's table type is invariant, so no common type is narrower. */
// biome-ignore lint/suspicious/noExplicitAny: see above
export type AnyKysely = Kysely<any>
