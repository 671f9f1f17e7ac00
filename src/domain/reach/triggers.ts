import type { Trigger } from '../../store/index.ts'
import { withdrawal } from './delivery/withdrawal.ts'
import { moveNotices } from './notices/move-notices.ts'

export const triggers: readonly Trigger[] = [withdrawal, moveNotices]
