import { NOTHING_WRITTEN } from '../exchange/kit/rehearse.ts'
import { arrivedLine, importPublication } from '../exchange/parley/index.ts'
import type { CommandContext } from './command-context.ts'
import type { Given } from './given.ts'

/** Reads an export into an empty publication. */
export async function importParleyFile(desk: CommandContext, given: Given): Promise<void> {
  const { store, mediaFolder, clock } = await desk.openParley()
  const dryRun = given.has('dryRun')
  const work = desk.progress('Importing')
  const arrived = await importPublication({
    store,
    mediaFolder,
    file: given.text('file'),
    at: clock(),
    replaceDemo: given.has('replaceDemo'),
    dryRun,
    progress: work.to,
  })
  work.end()
  if (!arrived) return desk.say('Nothing changed: the publication holds exactly this already.')
  desk.say(`Read: ${arrivedLine(arrived)}.`)
  desk.say(dryRun ? NOTHING_WRITTEN : 'Everything is written.')
}
