import { publicationChanged } from '../domain/articles/index.ts'
import type { Store } from '../store/index.ts'
import type { CommandContext } from './command-context.ts'

/** Texts that hold U+0000, or, where a repair is asked for, none any more. */
export async function unkeptTexts(
  { say }: Pick<CommandContext, 'say'>,
  repair: boolean,
  store: Store,
): Promise<string[]> {
  const { database } = store
  const found = await database.unkept()
  if (found.length > 0 && repair) {
    await store.write(async (tx) => {
      await database.mendUnkept(tx.change())
      tx.note(publicationChanged, { at: Date.now() })
    })
    say('Texts held U+0000, and hold U+FFFD in its place now.')
    return []
  }
  return found.map(
    ({ table, column, rows }) =>
      `"${column}" of ${rows} ${table} holds U+0000, which no other database can keep; "npx parley doctor --repair" replaces it.`,
  )
}
