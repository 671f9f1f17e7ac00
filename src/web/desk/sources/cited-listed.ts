import { type CitedDraft, citedFound, type MergedKind } from '../../../domain/sources/index.ts'
import type { Id } from '../../../kit/ids.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import type { CitedDesk, CitedTyped } from './cited-desk.ts'
import { keptListPage } from './kept-list.ts'
import { calledIn } from './merging.ts'

const ON_A_PAGE = 50

/** Those that are known, the latest first; `words` finds those that are called so. */
export async function citedListed<Kind extends MergedKind, Draft extends CitedDraft, Typed extends CitedTyped>(
  ask: Ask,
  { sort, words: said, paths, about }: CitedDesk<Kind, Draft, Typed>,
  { words, before }: { words: string; before: Id<Kind> | undefined },
): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { language } = frame
  const found = await ask.store.read((db) => citedFound(db, sort, { words, before }, ON_A_PAGE + 1))
  const shown = found.slice(0, ON_A_PAGE)
  const last = found.length > ON_A_PAGE ? shown.at(-1) : undefined
  const listed = {
    title: say(said.list),
    hint: say(said.hint),
    action: paths.all(),
    words,
    adding: { path: paths.adding(language), words: say(said.adding) },
    rows: shown.map((one) => ({
      path: paths.one(one.id, language),
      name: calledIn(one, language),
      about: about(one, language, say),
    })),
    older: last ? paths.all(language, { ...(words && { words }), before: last.id }) : null,
  }
  return page(keptListPage(frame, listed, say))
}
