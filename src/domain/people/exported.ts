import { z } from 'zod'
import type { ExportedTable } from '../../store/index.ts'
import { aboutHtml } from './profile.ts'

const id = z.int().positive()
const moment = z.int()

/**
 * Accounts stay: in an export everybody is a placeholder, who can be claimed where it arrives. What they told everyone goes
 * along, and that they hide what they wrote; what only they themselves see of their account does not.
 */
export const exportedPeople: readonly ExportedTable[] = [
  {
    table: 'person',
    key: ['id'],
    columns: { id, name: z.string().min(1), nameKey: z.string().min(1), createdAt: moment.nullable() },
    complete: (_tx, rows) => rows.map((row) => ({ ...row, accountId: null, role: 'reader' })),
  },
  {
    table: 'personAlias',
    key: ['id'],
    columns: { id, personId: id, name: z.string().min(1), nameKey: z.string().min(1) },
    references: { personId: 'person' },
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
    columns: { personId: id, words: z.string(), at: moment },
    references: { personId: 'person' },
    complete: (_tx, rows) => rows.map((row) => ({ ...row, html: aboutHtml(String(row.words)) })),
  },
  {
    table: 'hiddenHistory',
    key: ['personId'],
    columns: { personId: id, at: moment },
    references: { personId: 'person' },
  },
]
