import type { BatchJson, Change as ServerChange } from '../../src/web/live/index.ts'
import type { AsJson } from '../shared/as-json.ts'

export type Batch = AsJson<BatchJson>
export type Change = AsJson<ServerChange>
