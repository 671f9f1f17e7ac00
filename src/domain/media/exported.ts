import { z } from 'zod'
import { type ExportedRow, type ExportedTable, exportedColumns, type Writing } from '../../store/index.ts'
import { LARGEST_BYTES, PICTURE_TYPES, type PictureId } from './picture.ts'
import { byId } from './pictures.ts'
import { LARGEST_PORTRAIT_BYTES } from './portraits/portrait.ts'
import { soughtIn } from './shelf/picture-words.ts'

const { id, moment, language, words } = exportedColumns
const percent = z.int().min(0).max(100)

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
      credit: words,
      focusX: percent,
      focusY: percent,
    },
    absent: { credit: () => '', focusX: () => 50, focusY: () => 50 },
  },
  {
    table: 'pictureWords',
    key: ['pictureId', 'language'],
    columns: { pictureId: id, language, alt: words, caption: words },
    references: { pictureId: 'picture' },
    complete: madeFindable,
  },
]

async function madeFindable(tx: Writing, rows: readonly ExportedRow[]): Promise<ExportedRow[]> {
  const found: ExportedRow[] = []
  for (const row of rows) {
    const picture = await byId(tx, row.pictureId as PictureId)
    found.push({ ...row, sought: soughtIn(String(row.alt), String(row.caption), picture?.credit ?? '') })
  }
  return found
}
