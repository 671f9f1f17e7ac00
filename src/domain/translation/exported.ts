import type { ExportedTable } from '../../store/index.ts'
import { exportedEditions } from './editions/exported.ts'
import { exportedGlossary } from './glossary/exported.ts'

export const exportedTranslation: readonly ExportedTable[] = [...exportedGlossary, ...exportedEditions]
