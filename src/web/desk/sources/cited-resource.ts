import type { CitedDraft, MergedKind } from '../../../domain/sources/index.ts'
import { flag, id, idOrNone, text } from '../../http/shapes.ts'
import { taking } from '../../http/taking.ts'
import type { CitedDesk, CitedTyped } from './cited-desk.ts'
import { citedKept, citedMerged } from './cited-kept.ts'
import { citedListed } from './cited-listed.ts'
import { citedShown } from './cited-shown.ts'

/** What stands at the desk's addresses of outlets, or of those who speak: all of them, a form for another, each with what is said of it, and how one is made of two. */
export function citedResource<Kind extends MergedKind, Draft extends CitedDraft, Typed extends CitedTyped>(
  desk: CitedDesk<Kind, Draft, Typed>,
) {
  const params = { cited: id<Kind>(`${desk.sort.kind}.missing`) }
  const { form } = desk
  return {
    list: taking({ query: { words: text, before: idOrNone<Kind>() } }, (ask, asked) => citedListed(ask, desk, asked)),
    form: taking({}, (ask) => citedShown(ask, desk, undefined, {})),
    create: taking(
      { form },
      (ask, typed) => citedKept(ask, desk, undefined, typed as Typed),
      (ask, typed, _, wrong) => citedShown(ask, desk, undefined, { typed: typed as Typed, wrong }),
    ),
    show: taking({ params, query: { done: flag } }, (ask, { cited, done }) => citedShown(ask, desk, cited, { done })),
    save: taking(
      { params, form },
      (ask, typed) => citedKept(ask, desk, typed.cited, typed as Typed),
      (ask, typed, _, wrong) => citedShown(ask, desk, typed.cited, { typed: typed as Typed, wrong }),
    ),
    mergeInto: taking(
      { params, form: { into: text } },
      (ask, { cited, into }) => citedMerged(ask, desk, cited, into),
      (ask, { cited, into }, _, wrong) => citedShown(ask, desk, cited, { wrong, into }),
    ),
  }
}
