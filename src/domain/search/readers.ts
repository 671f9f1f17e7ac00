import type { JournalReader } from '../../store/index.ts'
import { articleIndexer } from './articles/article-indexer.ts'
import { indexer } from './indexer.ts'

export const readers: readonly JournalReader[] = [indexer, articleIndexer]
