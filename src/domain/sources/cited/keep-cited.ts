import type { Id } from '../../../kit/ids.ts'
import { stableJson } from '../../../kit/json.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Writing } from '../../../store/index.ts'
import { publicationChanged } from '../../articles/index.ts'
import { record } from '../../audit/index.ts'
import { freeKey, KEEPING, type Keeping } from '../keeping.ts'
import type { MergedKind } from '../merging/merge.ts'
import type { CitedDraft, Kept, Sort } from './cited.ts'
import { citedById } from './cited-kept.ts'
import { writeForms } from './name-forms.ts'

/** Keeps what is said of one at the desk, of a new one where none is named; answers with its number. Throws Trouble for what cannot be said. */
export async function keepCited<Kind extends MergedKind, Draft extends CitedDraft>(
  tx: Writing,
  sort: Sort<Kind, Draft>,
  id: Id<Kind> | undefined,
  draft: Draft,
  { byId, at }: Keeping,
): Promise<Id<Kind>> {
  await tx.inTurn(KEEPING)
  const before = id === undefined ? undefined : await citedById(tx, sort, id)
  if (id !== undefined && !before) throw new Trouble('missing', `${sort.kind}.missing`)
  const wanted = sort.checked(draft)
  if (before && stableJson(saidOf(before)) === stableJson(wanted)) return before.id
  const keptId = before?.id ?? (await sort.add(tx, await freeKey(tx, sort.kind, wanted.forms[0]!.name), wanted))
  if (before) await sort.change(tx, keptId, wanted)
  await writeForms(tx, sort.kind, keptId, wanted.forms)
  const told = (said: Draft) => ({ [sort.kind]: keptId, ...sort.told(said), names: said.forms.map(nameTold) })
  await record(tx, sort.act, { byId, before: before ? told(before) : null, after: told(wanted), at })
  tx.note(publicationChanged, { at })
  return keptId
}

/** What is said of one that is kept, without its number and its key. */
export function saidOf<Kind extends MergedKind, Draft extends CitedDraft>({
  id: _,
  key: __,
  ...said
}: Kept<Kind, Draft>) {
  return said
}

function nameTold({ language, name }: CitedDraft['forms'][number]): string {
  return `${language}: ${name}`
}
