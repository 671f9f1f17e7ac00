import { paths } from '../../addresses/paths.ts'
import type { Look } from '../../domain/articles/index.ts'
import { pictureById, pictureFiles } from '../../domain/media/index.ts'
import type { Reading } from '../../store/index.ts'
import type { PublicationLook } from './frame.ts'

/** A look as pages name it. */
export async function lookShown(db: Reading, { accent, accentDark, typeface, markId }: Look): Promise<PublicationLook> {
  const mark = markId === null ? undefined : await pictureById(db, markId)
  const isOwn = accent !== null || accentDark !== null || typeface !== 'serif'
  const bare = (colour: string | null) => colour?.slice(1) ?? 'x'
  return {
    styles: isOwn ? paths.colours(`${bare(accent)}-${bare(accentDark)}-${typeface}.css`) : null,
    mark: mark ? pictureFiles(mark).srcset.split(' ')[0]! : null,
    hasOwnFaces: typeface !== 'device',
  }
}
