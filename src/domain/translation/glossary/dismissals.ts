import type { Language } from '../../../kit/language.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { candidateKey } from '../../../text/names/candidates.ts'
import { record } from '../../audit/index.ts'
import type { Member } from '../../people/index.ts'
import { nameDismissed } from './acts.ts'
import { formFrom } from './entry.ts'
import { keepGlossary } from './policy.ts'
import type { GlossaryTables } from './tables.ts'

const MOST = 20_000

/** Remembers that words are no name, so that nobody is asked again. */
export async function dismiss(
  tx: Writing,
  { language, form: typed, by, at }: { language: Language; form: string; by: Member; at: number },
): Promise<void> {
  if (!keepGlossary.maySome(by)) throw new Trouble('forbidden', keepGlossary.refusal)
  const form = formFrom(typed)
  const sought = candidateKey(form)
  if (sought === '') throw new Trouble('invalid', 'glossary.nameless')
  const insert = tx
    .change<GlossaryTables>()
    .insertInto('glossaryDismissal')
    .values({ language, sought, form, byId: by.id, at })
  const added = await insert
    .onConflict((c) => c.columns(['language', 'sought']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added) await record(tx, nameDismissed, { byId: by.id, after: { names: [form], languages: [language] }, at })
}

/** The number of the last of them; 0 where there was none. */
export async function latestDismissal(db: Reading): Promise<number> {
  const rows = db.look<GlossaryTables>().selectFrom('glossaryDismissal').select('id')
  return (await rows.orderBy('id', 'desc').limit(1).executeTakeFirst())?.id ?? 0
}

/** By which words are known that are no names in a language. */
export async function dismissedIn(db: Reading, language: Language): Promise<ReadonlySet<string>> {
  const rows = db.look<GlossaryTables>().selectFrom('glossaryDismissal').select('sought')
  const found = await rows.where('language', '=', language).orderBy('id', 'desc').limit(MOST).execute()
  return new Set(found.map(({ sought }) => sought))
}
