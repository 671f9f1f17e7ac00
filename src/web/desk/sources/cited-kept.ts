import { type CitedDraft, citedCalled, keepCited, type MergedKind, merge } from '../../../domain/sources/index.ts'
import type { Id } from '../../../kit/ids.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Ask } from '../../http/ask.ts'
import { submitOnce } from '../../http/submit.ts'
import type { CitedDesk, CitedTyped } from './cited-desk.ts'

/** Keeps what was typed of one, of a new one where none is named, and leads to its page. */
export async function citedKept<Kind extends MergedKind, Draft extends CitedDraft, Typed extends CitedTyped>(
  ask: Ask,
  { sort, draftOf, paths }: CitedDesk<Kind, Draft, Typed>,
  id: Id<Kind> | undefined,
  typed: Typed,
): Promise<Response> {
  const by = await ask.person()
  const [frame, language] = [await ask.frame(), await ask.language()]
  return submitOnce(ask, by, [JSON.stringify(typed)], async (tx) => {
    const keptId = await keepCited(tx, sort, id, draftOf(typed, frame), { byId: by.id, at: ask.at })
    return { location: paths.one(keptId, language, true) }
  })
}

/** Merges one into the one that is called `into`, in any language. */
export async function citedMerged<Kind extends MergedKind, Draft extends CitedDraft, Typed extends CitedTyped>(
  ask: Ask,
  { sort, paths }: CitedDesk<Kind, Draft, Typed>,
  fromId: Id<Kind>,
  into: string,
): Promise<Response> {
  const by = await ask.person()
  const language = await ask.language()
  return submitOnce(ask, by, [into], async (tx) => {
    const intoId = onlyOne(await citedCalled(tx, sort, into, FEW), fromId)
    await merge(tx, { kind: sort.kind, fromId, intoId }, { byId: by.id, at: ask.at })
    return { location: paths.one(intoId, language, true) }
  })
}

const FEW = 3

/** The one that is called so, beside the one that asks. */
function onlyOne<Id>(found: readonly { id: Id }[], beside: Id): Id {
  const [one, ...others] = found.filter(({ id }) => id !== beside)
  if (!one) throw new Trouble('invalid', 'merge.nobody')
  if (others.length > 0) throw new Trouble('invalid', 'merge.several')
  return one.id
}
