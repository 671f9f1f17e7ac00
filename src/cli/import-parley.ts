import { NOTHING_WRITTEN } from '../exchange/kit/rehearse.ts'
import { arrivedLine, importPublication } from '../exchange/parley/index.ts'
import type { CommandContext } from './command-context.ts'
import type { Given } from './given.ts'
import { givenFile } from './given-file.ts'

/** Reads an export into an empty publication. */
export async function importParleyFile(context: CommandContext, given: Given): Promise<void> {
  const file = givenFile(given)
  const { store, media, clock } = await context.openParley()
  const dryRun = given.has('dryRun')
  const work = context.progress('Importing')
  const arrived = await importPublication({
    store,
    media,
    file,
    at: clock(),
    replaceDemo: given.has('replaceDemo'),
    dryRun,
    progress: work.to,
  })
  work.end()
  if (!arrived) return context.say('Nothing changed: the publication holds exactly this already.')
  context.say(`Read: ${arrivedLine(arrived)}.`)
  context.say(dryRun ? NOTHING_WRITTEN : 'Everything is written.')
}
