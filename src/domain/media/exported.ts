import { z } from 'zod'
import { type ExportedTable, exportedColumns } from '../../store/index.ts'
import { LARGEST_BYTES, PICTURE_TYPES } from './picture.ts'
import { LARGEST_PORTRAIT_BYTES } from './portraits/portrait.ts'

const { id, moment } = exportedColumns

/** What people show of themselves; the bytes travel beside the rows. */
export const exportedPortraits: readonly ExportedTable[] = [
  {
    table: 'portrait',
    key: ['personId'],
    columns: {
      personId: id,
      hash: z.string().regex(/^[0-9a-f]{64}$/),
      bytes: id.max(LARGEST_PORTRAIT_BYTES),
      at: moment,
    },
    references: { personId: 'person' },
  },
]

/** Rows of pictures; the bytes that were given travel beside them. */
export const exportedMedia: readonly ExportedTable[] = [
  {
    table: 'picture',
    key: ['id'],
    columns: {
      id,
      hash: z.string().regex(/^[0-9a-f]{64}$/),
      type: z.enum(PICTURE_TYPES),
      width: id,
      height: id,
      bytes: id.max(LARGEST_BYTES),
    },
  },
]
