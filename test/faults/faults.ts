import { disasters } from './disasters.ts'
import type { Fault } from './fault.ts'
import { kills } from './kills.ts'

/** Everything that is done to a publication. */
export const FAULTS: readonly Fault[] = [...kills, ...disasters]
