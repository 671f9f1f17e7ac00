import type { Progress } from './progress.ts'

export interface SearchTables {
  searchProgress: Progress & { id: number }
}
