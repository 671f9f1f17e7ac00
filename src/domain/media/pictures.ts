import type { Generated } from 'kysely'
import type { Reading, Writing } from '../../store/index.ts'
import type { Picture, PictureId } from './picture.ts'

/** What other parts may read of a picture. */
export interface PictureTables {
  picture: Omit<Picture, 'id'> & { id: Generated<PictureId> }
}

export function byHash(db: Reading, hash: string): Promise<Picture | undefined> {
  return db.look<PictureTables>().selectFrom('picture').selectAll().where('hash', '=', hash).executeTakeFirst()
}

/** The row of a picture whose files are there; the same bytes are one picture. */
export async function add(tx: Writing, picture: Omit<Picture, 'id'>): Promise<Picture> {
  const { hash, type, width, height, bytes } = picture
  const insert = tx.change<PictureTables>().insertInto('picture').values({ hash, type, width, height, bytes })
  const added = await insert
    .onConflict((c) => c.column('hash').doNothing())
    .returningAll()
    .executeTakeFirst()
  return added ?? ((await byHash(tx, hash)) as Picture)
}
