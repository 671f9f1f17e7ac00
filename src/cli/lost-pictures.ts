import path from 'node:path'
import { hasFiles, type PictureTables } from '../domain/media/index.ts'
import type { Reading } from '../store/index.ts'

const AT_ONCE = 500

/** Pictures of which a file is missing, in sentences. */
export async function lostPictures(db: Reading, data: string): Promise<string[]> {
  const lost: string[] = []
  for (let after = 0; ; ) {
    const pictures = db
      .look<PictureTables>()
      .selectFrom('picture')
      .selectAll()
      .where('id', '>', after as never)
    const page = await pictures.orderBy('id').limit(AT_ONCE).execute()
    const folder = path.join(data, 'media')
    for (const picture of page)
      if (!hasFiles(folder, picture)) lost.push(`A file of picture ${picture.id} is missing in ${folder}.`)
    if (page.length < AT_ONCE) return lost
    after = page.at(-1)!.id
  }
}
