import type { Generated } from 'kysely'
import type { Language } from '../../kit/language.ts'
import type { Reading, Writing } from '../../store/index.ts'
import type { Picture, PictureFile, PictureId } from './picture.ts'

/** What other parts may read of a picture. */
export interface PictureTables {
  picture: PictureFile & { id: Generated<PictureId>; credit: Generated<string> } & {
    [Name in 'focusX' | 'focusY']: Generated<number>
  }
  pictureWords: { pictureId: PictureId; language: Language; alt: string; caption: string; sought: string }
}

export function byHash(db: Reading, hash: string): Promise<Picture | undefined> {
  return db.look<PictureTables>().selectFrom('picture').selectAll().where('hash', '=', hash).executeTakeFirst()
}

export function byId(db: Reading, id: PictureId): Promise<Picture | undefined> {
  return db.look<PictureTables>().selectFrom('picture').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The row of a picture whose files are there; the same bytes are one picture. */
export async function add(tx: Writing, picture: PictureFile): Promise<Picture> {
  const { hash, type, width, height, bytes } = picture
  const known = await byHash(tx, hash)
  if (known) return known
  const insert = tx.change<PictureTables>().insertInto('picture').values({ hash, type, width, height, bytes })
  const added = await insert
    .onConflict((c) => c.column('hash').doNothing())
    .returningAll()
    .executeTakeFirst()
  return added ?? ((await byHash(tx, hash)) as Picture)
}
