import { importArticles, refuseMistakenFolder, tallyLines } from '../exchange/articles/index.ts'
import { NOTHING_WRITTEN } from '../exchange/kit/rehearse.ts'
import type { CommandContext } from './command-context.ts'
import type { Given } from './given.ts'
import { leaveDemoFirst } from './leave-demo.ts'

/** Brings in a folder of articles and prints what became of each kind. */
export async function importArticlesFolder(context: CommandContext, given: Given): Promise<void> {
  const parley = await context.openParley()
  const { store, media, clock } = parley
  refuseMistakenFolder(given.text('folder'))
  await leaveDemoFirst(context, given, parley)
  const dryRun = given.has('dryRun')
  const work = context.progress('Reading the articles')
  const remarks: string[] = []
  const tally = await importArticles({
    store,
    media,
    folder: given.text('folder'),
    at: clock(),
    dryRun,
    progress: (done, all) => work.to(done, all),
    remark: (line) => remarks.push(line),
  })
  work.end()
  for (const line of [...remarks, ...tallyLines(tally)]) context.say(line)
  if (dryRun) context.say(NOTHING_WRITTEN)
}
