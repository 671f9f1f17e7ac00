import { disasters } from './disasters.ts'
import type { Fault } from './fault.ts'
import { whileImporting } from './kills/importing.ts'
import { whileMigrating } from './kills/migrating.ts'
import { whileMoving } from './kills/moving.ts'
import { whilePosting } from './kills/posting.ts'
import { overload } from './overload/overload.ts'

/** Everything that is done to a publication. */
export const FAULTS: readonly Fault[] = [
  whilePosting,
  whileImporting,
  whileMoving,
  whileMigrating,
  ...disasters,
  overload,
]
