import type { Generated } from 'kysely'
import { z } from 'zod'
import type { Reading, Writing } from '../../../store/index.ts'
import { byId } from '../people.ts'
import type { PersonId } from '../person.ts'
import type { Holder } from './holder.ts'
import { nameKey } from './name-key.ts'

interface AliasTables {
  personAlias: { id: Generated<number>; personId: PersonId; name: string; nameKey: string }
}

const handedNames = z.object({
  /** Those that were a placeholder's aliases. */
  had: z.array(z.string()),
  /** Those that became somebody's, who had not borne them. */
  added: z.array(z.string()),
})

/** The names of a placeholder: they become the aliases of whoever it turned out to be. */
export const claimedNames: Holder = {
  name: 'names',

  async count(db, personId) {
    return 1 + (await aliasesOf(db, personId)).length
  },

  async hand(tx, from, to): Promise<z.infer<typeof handedNames>> {
    const had = await aliasesOf(tx, from)
    const { name } = (await byId(tx, from))!
    const own = new Set((await aliasesOf(tx, to)).map(nameKey))
    const added = [name, ...had].filter((one) => !own.has(nameKey(one)))
    await addAliases(tx, to, added)
    await tx.change<AliasTables>().deleteFrom('personAlias').where('personId', '=', from).execute()
    return { had, added }
  },

  async giveBack(tx, from, to, handed) {
    const { had, added } = handedNames.parse(handed)
    const theirs = tx.change<AliasTables>().deleteFrom('personAlias').where('personId', '=', to)
    if (added.length > 0) await theirs.where('name', 'in', added).execute()
    await addAliases(tx, from, had)
  },
}

async function aliasesOf(db: Reading, personId: PersonId): Promise<string[]> {
  const aliases = db.look<AliasTables>().selectFrom('personAlias').select('name').where('personId', '=', personId)
  return (await aliases.orderBy('id').execute()).map(({ name }) => name)
}

async function addAliases(tx: Writing, personId: PersonId, names: readonly string[]) {
  for (const name of names) {
    const insert = tx
      .change<AliasTables>()
      .insertInto('personAlias')
      .values({ personId, name, nameKey: nameKey(name) })
    await insert.onConflict((c) => c.columns(['personId', 'nameKey']).doNothing()).execute()
  }
}
