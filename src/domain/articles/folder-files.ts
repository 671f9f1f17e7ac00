import type { Reading, Writing } from '../../store/index.ts'
import type { FolderFile } from './folder-file.ts'
import type { ArticleTables } from './tables.ts'

export function fileKept(db: Reading, path: string): Promise<FolderFile | undefined> {
  return db.look<ArticleTables>().selectFrom('folderFile').selectAll().where('path', '=', path).executeTakeFirst()
}

export async function keepFile(tx: Writing, { path, file, here }: FolderFile): Promise<void> {
  const insert = tx.change<ArticleTables>().insertInto('folderFile').values({ path, file, here })
  await insert.onConflict((c) => c.column('path').doUpdateSet({ file, here })).execute()
}
