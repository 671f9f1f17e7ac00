import type { EditionCursor } from '../../domain/articles/index.ts'
import { idFrom } from '../../kit/ids.ts'

/** Where a list of editions goes on, as an address says it. */
export function spelled({ publishedAt, id }: EditionCursor): string {
  return `${publishedAt}.${id}`
}

/** The same, read; undefined for what is none. */
export function cursorFrom(text: string | undefined): EditionCursor | undefined {
  const [publishedAt, id] = (text ?? '').split('.')
  const edition = idFrom<'edition'>(id)
  return edition && /^-?\d{1,15}$/.test(publishedAt!) ? { publishedAt: Number(publishedAt), id: edition } : undefined
}
