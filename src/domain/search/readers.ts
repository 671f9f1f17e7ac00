import type { JournalReader } from '../../store/index.ts'
import { indexer } from './indexer.ts'

export const readers: readonly JournalReader[] = [indexer]
