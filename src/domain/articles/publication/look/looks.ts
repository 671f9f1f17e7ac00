import type { Kysely } from 'kysely'
import { stableJson } from '../../../../kit/json.ts'
import { prepared, type Reading, type Writing } from '../../../../store/index.ts'
import { publicationChanged } from '../../events.ts'
import type { ArticleTables } from '../../tables.ts'
import { FIRST_LOOK, type Look, mustBeReadable } from './look.ts'

/** There is one, and this is its number. */
const THE_ONE = 1

/** How the publication looks. */
export async function lookOf(db: Reading): Promise<Look> {
  const [kept] = await theOne(db, {})
  return kept ?? FIRST_LOOK
}

const theOne = prepared((db: Pick<Kysely<ArticleTables>, 'selectFrom'>) =>
  db.selectFrom('publicationLook').select(['accent', 'accentDark', 'typeface', 'markId']),
)

/** Gives the publication another look; throws Trouble where words could not be read in its colours. */
export async function saveLook(tx: Writing, look: Look, at: number): Promise<void> {
  const row = mustBeReadable(look)
  if (stableJson({ ...(await lookOf(tx)) }) === stableJson({ ...row })) return
  const insert = tx
    .change<ArticleTables>()
    .insertInto('publicationLook')
    .values({ id: THE_ONE, ...row })
  await insert.onConflict((c) => c.column('id').doUpdateSet(row)).execute()
  tx.note(publicationChanged, { at })
}
