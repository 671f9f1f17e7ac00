import type { Language } from '../../../../kit/language.ts'
import type { Reading, Store } from '../../../../store/index.ts'
import type { KnownName, KnownNames } from '../../gate/index.ts'
import { glossaryVersion } from '../../glossary/changes.ts'
import { dismissedIn, latestDismissal } from '../../glossary/dismissals.ts'
import { glossaryFor } from '../../glossary/entries.ts'
import type { GlossaryEntry } from '../../glossary/entry.ts'

/** What the glossary says of two languages; the very same as long as it says the same. */
export type NamesBetween = (from: Language, to: Language) => Promise<KnownNames>

/** Keeps what is read of the glossary until it changes. */
export function createNamesBetween(store: Store): NamesBetween {
  const kept = new Map<string, KnownNames>()
  return async (from, to) => {
    const [version, dismissals] = [await glossaryVersion(store), await latestDismissal(store)]
    const known = kept.get(`${from} ${to}`)
    if (known?.version === version && known.dismissals === dismissals) return known
    const read = { from, to, version, dismissals, ...(await readBetween(store, from, to)) }
    kept.set(`${from} ${to}`, read)
    return read
  }
}

async function readBetween(db: Reading, from: Language, to: Language) {
  const entries = await glossaryFor(db, [from, to])
  return { entries: entries.map(namesOf), dismissed: [...(await dismissedIn(db, from))] }
}

function namesOf({ id, kind, forms }: GlossaryEntry): KnownName {
  const said = forms.map(({ language, form, inflected, isLocked }) => ({ language, form, inflected, isLocked }))
  return { id, kind, forms: said }
}
