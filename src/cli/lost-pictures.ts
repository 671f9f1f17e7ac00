import { fileNames, type MediaStore, type PictureTables } from '../domain/media/index.ts'
import type { Reading } from '../store/index.ts'

const AT_ONCE = 500

/** Pictures of which a file is missing, in sentences. */
export async function lostPictures(db: Reading, media: MediaStore): Promise<string[]> {
  const complaint = await media.complaint()
  if (complaint) return [complaint]
  const there = new Set(await Array.fromAsync(media.names()))
  const lost: string[] = []
  for (let after = 0; ; ) {
    const pictures = db
      .look<PictureTables>()
      .selectFrom('picture')
      .selectAll()
      .where('id', '>', after as never)
    const page = await pictures.orderBy('id').limit(AT_ONCE).execute()
    for (const picture of page)
      if (!fileNames(picture).every((name) => there.has(name)))
        lost.push(`A file of picture ${picture.id} is missing in ${media.place}.`)
    if (page.length < AT_ONCE) return lost
    after = page.at(-1)!.id
  }
}
