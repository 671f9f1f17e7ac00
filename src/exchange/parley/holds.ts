import type { Reading } from '../../store/index.ts'
import { exportPublication } from './export-publication.ts'
import { linesIn } from './lines.ts'

/** Whether an export of the publication would be this very file; it ends at the first difference. */
export async function holds(
  db: Reading,
  { file, mediaFolder }: { file: string; mediaFolder: string },
): Promise<boolean> {
  const theirs = linesIn(file)
  try {
    for await (const line of exportPublication(db, mediaFolder)) {
      const { value } = await theirs.next()
      if (!value || `${value.text}\n` !== line) return false
    }
    return (await theirs.next()).done === true
  } finally {
    await theirs.return(undefined)
  }
}
