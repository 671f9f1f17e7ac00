import { z } from 'zod'
import type { ExportedTable } from '../../store/index.ts'
import { LARGEST_BYTES, PICTURE_TYPES } from './picture.ts'

const size = z.int().positive()

/** Rows of pictures; the bytes that were given travel beside them. */
export const exportedMedia: readonly ExportedTable[] = [
  {
    table: 'picture',
    key: ['id'],
    columns: {
      id: z.int().positive(),
      hash: z.string().regex(/^[0-9a-f]{64}$/),
      type: z.enum(PICTURE_TYPES),
      width: size,
      height: size,
      bytes: size.max(LARGEST_BYTES),
    },
  },
]
