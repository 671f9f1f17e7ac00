import { z } from 'zod'
import { type ExportedTable, exportedColumns } from '../../store/index.ts'
import { LARGEST_BYTES, PICTURE_TYPES } from './picture.ts'

const { id } = exportedColumns

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
