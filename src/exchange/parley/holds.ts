import type { MediaStore } from '../../domain/media/index.ts'
import type { Reading } from '../../store/index.ts'
import { linesIn } from './export-lines.ts'
import { exportPublication } from './export-publication.ts'

/** Whether an export of the publication would be this very file; it ends at the first difference. */
export async function holds(db: Reading, { file, media }: { file: string; media: MediaStore }): Promise<boolean> {
  const theirs = textsIn(file)
  try {
    for await (const line of exportPublication(db, media)) {
      const { value } = await theirs.next()
      if (value === undefined || `${value}\n` !== line) return false
    }
    return (await theirs.next()).done === true
  } finally {
    await theirs.return(undefined)
  }
}

async function* textsIn(file: string): AsyncGenerator<string, undefined> {
  for await (const lines of linesIn(file)) yield* lines.map(({ text }) => text)
}
