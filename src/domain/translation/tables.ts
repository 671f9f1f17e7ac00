import type { CommentTranslationTables } from './comments/tables.ts'
import type { EditionTables } from './editions/tables.ts'
import type { EngineTables } from './engines/tables.ts'
import type { GlossaryTables } from './glossary/tables.ts'

/** What later parts may read of translation. */
export interface TranslationTables extends CommentTranslationTables, EditionTables, EngineTables, GlossaryTables {}
