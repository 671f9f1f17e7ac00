import type { GlossaryTables } from './glossary/tables.ts'

/** What later parts may read of translation. */
export interface TranslationTables extends GlossaryTables {}
