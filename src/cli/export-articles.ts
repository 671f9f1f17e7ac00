import { exportArticles } from '../exchange/articles/index.ts'
import type { CommandContext } from './command-context.ts'
import type { Given } from './given.ts'

/** Writes the folder of articles, and prints what was left alone. */
export async function exportArticlesFolder(context: CommandContext, given: Given): Promise<void> {
  const folder = given.text('folder')
  const { store, media } = await context.openParley()
  const tally = await exportArticles({ store, media, folder, remark: context.say })
  context.say(`${tally.written} files written, ${tally.same} as before, ${tally.leftAlone} left alone, in ${folder}.`)
}
