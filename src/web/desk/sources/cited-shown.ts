import { paths } from '../../../addresses/paths.ts'
import {
  type CitedDraft,
  citedById,
  type MergedKind,
  mergedInto,
  mergesInto,
  namesOf,
} from '../../../domain/sources/index.ts'
import type { Id } from '../../../kit/ids.ts'
import type { Language } from '../../../kit/language.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { page, seeOther } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { freshKey, keyAgain } from '../../http/submit.ts'
import type { Wrong } from '../../http/wrong.ts'
import type { CitedDesk, CitedTyped } from './cited-desk.ts'
import { citedForm } from './cited-form.ts'
import { calledIn } from './merging.ts'
import { namesTyped } from './names-fields.ts'

const MOST_MERGES = 50

/** What was done on the page, or came back from one of its forms. */
interface Again<Typed> {
  typed?: Typed
  wrong?: Wrong
  done?: boolean
  /** With what it was to be merged. */
  into?: string
}

/** The form of one; of a new one where none is named. One that was merged into another leads to that. @NOTE what is wrong with a merge stands in the form of the merge. */
export async function citedShown<Kind extends MergedKind, Draft extends CitedDraft, Typed extends CitedTyped>(
  ask: Ask,
  desk: CitedDesk<Kind, Draft, Typed>,
  id: Id<Kind> | undefined,
  { typed, wrong, done = false, into }: Again<Typed>,
): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const language = frame.language as Language
  const { other, known, merged } = await read(ask, desk, id, language)
  if (other) return seeOther(desk.paths.one(other, language))
  const own = into === undefined ? wrong : undefined
  const said = known ? desk.typedOf(known, frame) : desk.nothing
  const merging = id && {
    merging: { action: desk.paths.merge(id), key: into === undefined ? freshKey() : keyAgain(ask, wrong) },
    typed: into ?? '',
    error: into === undefined ? null : (wrong?.sentence ?? null),
    merged: merged.map((one) => ({ ...one, undoing: { action: paths.deskMergeUndoing(one.id), key: freshKey() } })),
  }
  const shown = {
    title: known ? calledIn(known, language) : say(desk.words.adding),
    forReaders: known ? desk.paths.forReaders(language, known.key) : null,
    typed: typed ?? ({ ...namesTyped(known?.forms ?? [], frame.publication.languages), ...said } as Typed),
    sending: { action: id ? desk.paths.one(id) : desk.paths.all(), key: keyAgain(ask, own) },
    errors: own?.errors ?? {},
    error: own?.error ?? null,
    merging: merging ?? null,
    done,
  }
  return page(citedForm(frame, desk, shown, say), wrong?.status)
}

function read<Kind extends MergedKind, Draft extends CitedDraft, Typed extends CitedTyped>(
  ask: Ask,
  { sort }: CitedDesk<Kind, Draft, Typed>,
  id: Id<Kind> | undefined,
  language: Language,
) {
  return ask.store.read(async (db) => {
    if (!id) return { merged: [] }
    const other = (await mergedInto(db, sort.kind, id)) as Id<Kind> | undefined
    const known = await citedById(db, sort, id)
    if (!known) throw new Trouble('missing', `${sort.kind}.missing`)
    const merges = await mergesInto(db, sort.kind, id, MOST_MERGES)
    const from = merges.map(({ fromId }) => fromId as Id<Kind>)
    const names = await namesOf(db, sort.kind, from, language)
    const merged = merges.map(({ id, at }, index) => ({ id, at, name: names.get(from[index]!)?.name ?? '' }))
    return { other, known, merged }
  })
}
