import { bytesOf, importPage } from '../exchange/page/index.ts'
import type { CommandContext } from './command-context.ts'
import type { Given } from './given.ts'
import { leaveDemoFirst } from './leave-demo.ts'

/** Brings in one captured page and prints what was read. */
export async function importPageFile(context: CommandContext, given: Given): Promise<void> {
  const capture = { language: given.text('language'), zone: given.text('zone'), url: given.perhaps('url') }
  const bytes = await bytesOf(given.text('file'))
  const parley = await context.openParley()
  const { store, clock } = parley
  if (!given.has('dryRun')) await importPage({ store, bytes, at: clock(), dryRun: true, ...capture })
  await leaveDemoFirst(context, given, parley)
  const report = await importPage({ store, bytes, at: clock(), dryRun: given.has('dryRun'), ...capture })
  for (const line of report) context.say(line)
}
