import type { Trigger } from '../../store/index.ts'
import { withdrawal } from './delivery/withdrawal.ts'

export const triggers: readonly Trigger[] = [withdrawal]
