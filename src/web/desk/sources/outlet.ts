import { paths } from '../../../addresses/paths.ts'
import {
  type KeptOutlet,
  keepOutlet,
  mergedInto,
  mergesInto,
  type OutletId,
  type OutletKind,
  outletById,
  outletNames,
} from '../../../domain/sources/index.ts'
import type { Language } from '../../../kit/language.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { page, seeOther } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { flag, id, text } from '../../http/shapes.ts'
import { freshKey, keyAgain, submitOnce } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { calledIn } from './merging.ts'
import { formsFrom, NAMES_FORM, namesTyped } from './names-fields.ts'
import { type OutletTyped, outletPage } from './outlet-page.ts'

export const PARAMS = { outlet: id<'outlet'>('outlet.missing') }
const FORM = { ...NAMES_FORM, kind: text, country: text, url: text, sameAs: text }
const MOST_MERGES = 50

/** A form for another outlet. */
export const form = taking({}, async (ask) => shown(ask, undefined, await begun(ask)))

/** Keeps an outlet that was not known. */
export const create = taking(
  { form: FORM },
  (ask, typed) => kept(ask, undefined, typed),
  (ask, typed, _, wrong) => shown(ask, undefined, typed, { wrong }),
)

/** An outlet with what is said of it; one that was merged leads to the other. */
export const show = taking({ params: PARAMS, query: { done: flag } }, async (ask, { outlet, done }) => {
  const other = await mergedInto(ask.store, 'outlet', outlet)
  if (other) return seeOther(paths.deskOutlet(other, await ask.language()))
  return shown(ask, outlet, undefined, { done })
})

/** Says other things of it. */
export const save = taking(
  { params: PARAMS, form: FORM },
  (ask, { outlet, ...typed }) => kept(ask, outlet, typed),
  (ask, { outlet, ...typed }, _, wrong) => shown(ask, outlet, typed, { wrong }),
)

async function kept(ask: Ask, outlet: OutletId | undefined, typed: OutletTyped) {
  const by = await ask.person()
  const language = await ask.language()
  const { kind, country, url, sameAs } = typed
  const content = [...typed.tags, ...typed.names, ...typed.locked, kind, country, url, sameAs]
  return submitOnce(ask, by, content, async (tx) => {
    const draft = { kind: kind as OutletKind, country, url, sameAs: lines(sameAs), forms: formsFrom(typed) }
    const keptId = await keepOutlet(tx, outlet, draft, { byId: by.id, at: ask.at })
    return { location: paths.deskOutlet(keptId, language, true) }
  })
}

/** What stands on lines of their own. */
export function lines(typed: string): string[] {
  return typed.split('\n').flatMap((line) => line.trim() || [])
}

async function begun(ask: Ask): Promise<OutletTyped> {
  const { publication } = await ask.frame()
  return { ...namesTyped([], publication.languages), kind: 'newspaper', country: '', url: '', sameAs: '' }
}

interface Again {
  wrong?: Wrong
  done?: boolean
  into?: string
}

/** @NOTE what is wrong with a merge stands in the form of the merge. */
export async function shown(ask: Ask, outlet: OutletId | undefined, typed?: OutletTyped, again: Again = {}) {
  const { wrong, done = false, into } = again
  const [frame, say] = [await ask.frame(), await ask.say()]
  const language = frame.language as Language
  const { known, merges, names } = await ask.store.read(async (db) => {
    const known = outlet && (await outletById(db, outlet))
    const merges = outlet ? await mergesInto(db, 'outlet', outlet, MOST_MERGES) : []
    const names = await outletNames(
      db,
      merges.map(({ fromId }) => fromId as OutletId),
      language,
    )
    return { known, merges, names }
  })
  if (outlet && !known) throw new Trouble('missing', 'outlet.missing')
  const merging = outlet && {
    merging: { action: paths.deskOutletMerge(outlet), key: into === undefined ? freshKey() : keyAgain(ask, wrong) },
    typed: into ?? '',
    error: into === undefined ? null : (wrong?.sentence ?? null),
    merged: merges.map(({ id, at, fromId }) => ({
      name: names.get(fromId as OutletId)?.name ?? '',
      at,
      undoing: { action: paths.deskMergeUndoing(id), key: freshKey() },
    })),
  }
  const own = into === undefined ? wrong : undefined
  const data = {
    key: known?.key ?? null,
    title: known ? calledIn(known, language) : say('outlets.new'),
    typed: typed ?? typedOf(known!, frame.publication.languages),
    sending: { action: outlet ? paths.deskOutlet(outlet) : paths.deskOutlets(), key: keyAgain(ask, own) },
    errors: own?.errors ?? {},
    error: own?.error ?? null,
    merging: merging ?? null,
    done,
  }
  return page(outletPage(frame, data, say), wrong?.status)
}

function typedOf(
  { forms, kind, country, url, sameAs }: KeptOutlet,
  languages: readonly { language: string }[],
): OutletTyped {
  return {
    ...namesTyped(forms, languages),
    kind,
    country: country ?? '',
    url: url ?? '',
    sameAs: sameAs.join('\n'),
  }
}
