import type { Sweep } from '../../store/index.ts'
import { sweepDeliveries } from './delivery/deliveries.ts'
import { sweepNotices } from './notices/notices.ts'

export const sweeps: readonly Sweep[] = [sweepNotices, sweepDeliveries]
