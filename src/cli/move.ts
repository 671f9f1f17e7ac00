import { createSearch, derivedBySearch, searchReaders } from '../domain/search/index.ts'
import { EXIT, type Exit, Refusal } from '../kit/refusal.ts'
import type { Parley } from '../parley.ts'
import { move, openFrozen, readOn, Store } from '../store/index.ts'
import type { CommandContext } from './command-context.ts'
import type { Given } from './given.ts'
import { givenFile } from './given-file.ts'
import { countAgain } from './recount.ts'

const GOES_ON = 'the same command goes on from here'

/** Brings a whole publication out of a file into an empty PostgreSQL database, compares them, and counts there again. */
export async function moveFrom(context: CommandContext, given: Given): Promise<Exit> {
  refuseOthers(context)
  const file = givenFile(given)
  const source = await openFrozen(file)
  try {
    const target = await context.openDatabase()
    const [copying, comparing] = ['Moving', 'Comparing'].map((work) => context.progress(work, GOES_ON))
    const rows = await move(source, target, {
      parts: await context.migrations(),
      derived: derivedBySearch,
      say: context.say,
      copying: copying!.to,
      comparing: comparing!.to,
      atEnd: (tx) => createSearch(new Store(target)).beginAgain(tx),
    })
    for (const work of [copying, comparing]) work!.end()
    context.say(`Moved: ${rows} rows, each compared with what it was.`)
  } finally {
    source.close()
  }
  return settle(context, await context.openParley())
}

function refuseOthers({ settings }: CommandContext) {
  if (!settings.database.includes('://'))
    throw new Refusal('PARLEY_DATABASE must name the PostgreSQL database into which everything is to be moved.')
}

/** Makes anew what was not moved, and counts what was. */
async function settle(context: CommandContext, { store }: Pick<Parley, 'store'>): Promise<Exit> {
  const work = context.progress('Making the search index', 'a server that is started goes on with it')
  for (const reader of searchReaders) while (await readOn(store, reader)) work.to(0, 0)
  work.end()
  const wrong = await countAgain(context, false, store)
  for (const sentence of wrong) context.say(`WRONG: ${sentence}`)
  context.say(
    'Everything is moved. Pictures and the secret stay in the data folder; with PARLEY_DATABASE set as now, "npm start" publishes from PostgreSQL.',
  )
  return wrong.length === 0 ? EXIT.done : EXIT.input
}
