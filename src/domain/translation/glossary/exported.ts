import { z } from 'zod'
import { type ExportedRow, type ExportedTable, exportedColumns } from '../../../store/index.ts'
import { candidateKey } from '../../../text/names/candidates.ts'
import { CHANGE_KINDS } from './change.ts'
import { soughtOf } from './entries.ts'
import { ENTRY_KINDS, LONGEST_FORM, LONGEST_NOTE } from './entry.ts'

const { id, moment, language } = exportedColumns
const form = z
  .string()
  .min(1)
  .max(2 * LONGEST_FORM)
const person = { byId: id.nullable(), at: moment }

/** The glossary, with its history. */
export const exportedGlossary: readonly ExportedTable[] = [
  {
    table: 'glossaryEntry',
    key: ['id'],
    columns: { id, kind: z.enum(ENTRY_KINDS), note: z.string().max(2 * LONGEST_NOTE), removedAt: moment.nullable() },
  },
  {
    table: 'glossaryForm',
    key: ['id'],
    columns: {
      id,
      entryId: id,
      language,
      form,
      state: z.enum(['proposed', 'locked']),
      inflected: z.string().refine(isListOfTexts, 'is no list of texts'),
      scheme: z.string().max(LONGEST_FORM).nullable(),
      ...person,
    },
    references: { entryId: 'glossaryEntry', byId: 'person' },
    complete: (_tx, rows) => sought(rows, soughtOf),
  },
  {
    table: 'glossaryChange',
    key: ['id'],
    columns: {
      id,
      version: id,
      entryId: id,
      kind: z.enum(CHANGE_KINDS),
      language: language.nullable(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      ...person,
    },
    references: { entryId: 'glossaryEntry', byId: 'person' },
  },
  {
    table: 'glossaryDismissal',
    key: ['id'],
    columns: { id, language, form, ...person },
    references: { byId: 'person' },
    complete: (_tx, rows) => sought(rows, candidateKey),
  },
]

/** By what a form is looked for is made anew where it arrives. */
function sought(rows: readonly ExportedRow[], made: (form: string) => string): ExportedRow[] {
  return rows.map((row) => ({ ...row, sought: made(String(row.form)) }))
}

function isListOfTexts(text: string): boolean {
  try {
    return z.array(z.string()).safeParse(JSON.parse(text)).success
  } catch {
    return false
  }
}
