import { listAll, mislisted, publicationChanged } from '../domain/articles/index.ts'
import { contradictory, misnumbered, misplaced, recount, recounted } from '../domain/discussion/index.ts'
import { renewKeys, type StaleKey, staleKeys } from '../domain/people/index.ts'
import { createSearch } from '../domain/search/index.ts'
import type { Store } from '../store/index.ts'
import type { CommandContext } from './command-context.ts'

const MOST_TOLD = 20

/** Counts everything afresh, sets right what was wrong where that is asked for, and says what is wrong still. */
export async function countAgain(
  { say }: Pick<CommandContext, 'say'>,
  repair: boolean,
  store: Store,
): Promise<string[]> {
  const unfound = await indexWrong({ say }, repair, store)
  const sentences = [
    ...(await countersWrong({ say }, repair, store)),
    ...(await listsWrong({ say }, repair, store)),
    ...(await keysWrong({ say }, repair, store)),
    ...unfound,
  ]
  for await (const sentence of misplaced(store)) if (sentences.length < MOST_TOLD * 2) sentences.push(sentence)
  sentences.push(...(await contradictory(store, MOST_TOLD)))
  for (const place of await misnumbered(store, MOST_TOLD))
    sentences.push(`The comments under ${place} are not numbered without gaps.`)
  if (sentences.length === 0) say('Counters, labels and numbers: all as counted.')
  return sentences
}

async function countersWrong({ say }: Pick<CommandContext, 'say'>, repair: boolean, store: Store): Promise<string[]> {
  const differences = await recounted(store, MOST_TOLD)
  if (differences.length > 0 && repair) {
    await store.write(async (tx) => {
      await recount(tx)
      tx.note(publicationChanged, { at: Date.now() })
    })
    say('Counters were wrong and are right again.')
    return countersWrong({ say }, false, store)
  }
  return differences.map(
    ({ table, id, column, stored, counted }) => `${table} ${id}: ${column} is ${stored}, counted ${counted}.`,
  )
}

async function listsWrong({ say }: Pick<CommandContext, 'say'>, repair: boolean, store: Store): Promise<string[]> {
  const wrong = await mislisted(store, MOST_TOLD)
  if (wrong.length > 0 && repair) {
    await store.write(async (tx) => {
      await listAll(tx)
      tx.note(publicationChanged, { at: Date.now() })
    })
    say('Lists of sections, tags and authors were wrong and are right again.')
    return listsWrong({ say }, false, store)
  }
  return wrong.map((id) => `Edition ${id} stands in other lists than its section, tags and bylines say.`)
}

/** A key that somebody else has is no fault that could be mended here: both names stay, and only one can be met by its key. */
async function keysWrong({ say }: Pick<CommandContext, 'say'>, repair: boolean, store: Store): Promise<string[]> {
  const stale = await staleKeys(store, MOST_TOLD)
  for (const { table, id, name, heldBy } of stale)
    if (table === 'person' && heldBy !== null)
      say(
        `Note: the name of person ${id}, ${JSON.stringify(name)}, is taken for that of person ${heldBy}; one of them could choose another.`,
      )
  const free = stale.filter(({ heldBy }) => heldBy === null)
  if (free.length > 0 && repair) {
    await store.write((tx) => renewKeys(tx))
    say('Keys of names were of older rules, and are of those of today now.')
    return keysWrong({ say: () => {} }, false, store)
  }
  return free.map(keyWrong)
}

function keyWrong({ table, id, name }: StaleKey) {
  return `${table} ${id}: the key by which ${JSON.stringify(name)} is compared with other names is of older rules.`
}

/** The index follows the journal while Parley serves; what it has not come to yet is no fault. It is asked before a repair writes into the journal. */
async function indexWrong({ say }: Pick<CommandContext, 'say'>, repair: boolean, store: Store): Promise<string[]> {
  const search = createSearch(store)
  if (await search.isBehind(store)) {
    say(
      'Note: the search index has not read everything yet; it is compared once it has, which it does while Parley serves.',
    )
    return []
  }
  const { missing, spare } = await search.misindexed(store, MOST_TOLD)
  if (missing.length + spare.length > 0 && repair) {
    await store.write(async (tx) => {
      await search.beginAgain(tx)
      tx.note(publicationChanged, { at: Date.now() })
    })
    say('The search index was wrong; it is made anew while Parley serves.')
    return []
  }
  return [
    ...missing.map((id) => `The search index lacks comment ${id}.`),
    ...spare.map((id) => `The search index holds comment ${id}, whose words do not stand.`),
  ]
}
