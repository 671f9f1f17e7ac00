import { compressed, exportPublication, gathered } from '../exchange/parley/index.ts'
import { atomicFile, writeChunks } from '../kit/atomic-file.ts'
import type { CommandContext } from './command-context.ts'
import type { Given } from './given.ts'

/** Writes the whole publication, as it stands at one moment, to a file. */
export async function exportTo(context: CommandContext, given: Given): Promise<void> {
  const file = given.text('file')
  const { store, media } = await context.openParley()
  const work = context.progress('Exporting')
  let rows = 0
  await store.read(async (db) => {
    const rowsDone = (done: number, all: number) => {
      rows = done
      work.to(done, all)
    }
    const lines = gathered(exportPublication(db, media, rowsDone))
    const chunks = file.endsWith('.gz') ? compressed(lines) : lines
    await atomicFile(file, (temporary) => writeChunks(temporary, chunks))
  })
  work.end()
  context.say(`${rows} rows are in ${file}.`)
}
