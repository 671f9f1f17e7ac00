import path from 'node:path'
import { demoCleared, publicationOf } from '../../domain/articles/index.ts'
import type { MediaStore } from '../../domain/media/index.ts'
import { atomicFile, writeChunks } from '../../kit/atomic-file.ts'
import { Trouble } from '../../kit/trouble.ts'
import { latestSeq, type Store } from '../../store/index.ts'
import { clearDemo, compressed, exportPublication, gathered } from '../parley/index.ts'

export interface Leaving {
  store: Store
  media: MediaStore
  /** Where the demo's export is kept. */
  folder: string
  at: number
}

/**
 * Takes the demo away whole, with what was added to it; those who have accounts stay. Answers with the file that holds its
 * export, which "import parley" brings back; undefined where there is no demo. Throws Trouble where somebody adds to it meanwhile.
 */
export async function leaveDemo({ store, media, folder, at }: Leaving): Promise<string | undefined> {
  const { demoSince } = await publicationOf(store)
  if (demoSince === null) return
  const file = path.join(folder, `demo-${new Date(at).toISOString().replaceAll(':', '-')}.jsonl.gz`)
  const asOf = await store.read(async (db) => {
    await atomicFile(file, (temporary) => writeChunks(temporary, compressed(gathered(exportPublication(db, media)))))
    return latestSeq(db)
  })
  await store.write(async (tx) => {
    if ((await latestSeq(tx)) !== asOf) throw new Trouble('conflict', 'demo.changed')
    await clearDemo(tx)
    tx.note(demoCleared, { at })
  })
  return file
}
