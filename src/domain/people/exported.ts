import { sentencesIn } from '../../kit/sentences.ts'
import { Trouble } from '../../kit/trouble.ts'
import { type ExportedRow, type ExportedTable, exportedColumns } from '../../store/index.ts'
import { nameFrom } from './names/name.ts'
import { nameKey } from './names/name-key.ts'
import { aboutHtml, LONGEST_ABOUT } from './profile.ts'

const { id, moment, words, key } = exportedColumns
const name = words.superRefine((text, context) => {
  const wrong = wrongWith(text)
  if (wrong) context.addIssue({ code: 'custom', message: wrong })
})

/**
 * Accounts stay: in an export everybody is a placeholder, who can be claimed where it arrives. What they told everyone goes
 * along, and that they hide what they wrote; what only they themselves see of their account does not.
 */
export const exportedPeople: readonly ExportedTable[] = [
  {
    table: 'person',
    key: ['id'],
    columns: { id, name, nameKey: key, createdAt: moment.nullable() },
    complete: (_tx, rows) => rows.map((row) => ({ ...keyed(row), accountId: null })),
  },
  {
    table: 'personAlias',
    key: ['id'],
    columns: { id, personId: id, name, nameKey: key },
    references: { personId: 'person' },
    complete: (_tx, rows) => rows.map(keyed),
  },
  {
    table: 'formerName',
    key: ['personId', 'at'],
    columns: { personId: id, name, nameKey: key, at: moment, hiddenAt: moment.nullable() },
    references: { personId: 'person' },
    complete: (_tx, rows) => rows.map(keyed),
  },
  {
    table: 'personClaim',
    key: ['id'],
    columns: { id, placeholderId: id, personId: id, byId: id.nullable(), at: moment },
    references: { placeholderId: 'person', personId: 'person', byId: 'person' },
  },
  {
    table: 'profile',
    key: ['personId'],
    columns: { personId: id, words: words.max(LONGEST_ABOUT * 2), at: moment },
    references: { personId: 'person' },
    complete: (_tx, rows) => rows.map((row) => ({ ...row, html: aboutHtml(String(row.words)) })),
  },
  {
    table: 'profileLink',
    key: ['personId', 'position'],
    columns: { personId: id, position: exportedColumns.count, address: exportedColumns.address },
    references: { personId: 'person' },
  },
  {
    table: 'hiddenHistory',
    key: ['personId'],
    columns: { personId: id, at: moment },
    references: { personId: 'person' },
  },
]

const LATELY = new Set(['formerName', 'profileLink'])

/** The same as versions 1 and 2 of the format had them. */
export const exportedPeopleBefore = exportedPeople.filter(({ table }) => !LATELY.has(table))

/** What somebody who typed the name would read. */
function wrongWith(text: string): string | undefined {
  try {
    return nameFrom(text) === text ? undefined : 'has space around it'
  } catch (error) {
    if (error instanceof Trouble) return sentencesIn('en')(error.key, error.args).replace(/\.$/, '')
    throw error
  }
}

/** The key is of this program's making: another may have made it otherwise. */
function keyed(row: ExportedRow): ExportedRow {
  return { ...row, nameKey: nameKey(String(row.name)) }
}
