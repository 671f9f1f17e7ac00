import { paths } from '../../../addresses/paths.ts'
import type { Names } from '../../../domain/articles/index.ts'
import {
  type KeptParty,
  keepParty,
  mergedInto,
  mergesInto,
  type PartyId,
  type PartyKind,
  type PartyRole,
  partyById,
  partyNames,
} from '../../../domain/sources/index.ts'
import type { Language } from '../../../kit/language.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { page, seeOther } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { flag, id, list, text } from '../../http/shapes.ts'
import { freshKey, keyAgain, submitOnce } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { calledIn } from './merging.ts'
import { formsFrom, NAMES_FORM, namesTyped } from './names-fields.ts'
import { lines } from './outlet.ts'
import { type PartyTyped, partyPage, type RolesTyped } from './party-page.ts'

export const PARAMS = { party: id<'party'>('party.missing') }
const FORM = { ...NAMES_FORM, kind: text, titles: list, since: list, until: list, sameAs: text }
const MOST_MERGES = 50

/** A form for somebody else who is quoted. */
export const form = taking({}, async (ask) => {
  const { publication } = await ask.frame()
  const nobody = { kind: 'person', titles: [], since: [], until: [], sameAs: '' }
  return shown(ask, undefined, { ...namesTyped([], publication.languages), ...nobody })
})

/** Keeps somebody who was not known. */
export const create = taking(
  { form: FORM },
  (ask, typed) => kept(ask, undefined, typed),
  (ask, typed, _, wrong) => shown(ask, undefined, typed, { wrong }),
)

/** Somebody with what is said of them; one who was merged leads to the other. */
export const show = taking({ params: PARAMS, query: { done: flag } }, async (ask, { party, done }) => {
  const other = await mergedInto(ask.store, 'party', party)
  if (other) return seeOther(paths.deskParty(other, await ask.language()))
  return shown(ask, party, undefined, { done })
})

/** Says other things of them. */
export const save = taking(
  { params: PARAMS, form: FORM },
  (ask, { party, ...typed }) => kept(ask, party, typed),
  (ask, { party, ...typed }, _, wrong) => shown(ask, party, typed, { wrong }),
)

async function kept(ask: Ask, party: PartyId | undefined, typed: PartyTyped) {
  const by = await ask.person()
  const [{ publication }, language] = [await ask.frame(), await ask.language()]
  const { kind, sameAs, tags, names, locked, titles, since, until } = typed
  const content = [...tags, ...names, ...locked, kind, ...titles, ...since, ...until, sameAs]
  return submitOnce(ask, by, content, async (tx) => {
    const roles = rolesFrom(typed, publication.languages)
    const draft = { kind: kind as PartyKind, roles, sameAs: lines(sameAs), forms: formsFrom(typed) }
    const keptId = await keepParty(tx, party, draft, { byId: by.id, at: ask.at })
    return { location: paths.deskParty(keptId, language, true) }
  })
}

/** Titles come language by language for each role. */
function rolesFrom({ titles, since, until }: RolesTyped, languages: readonly { language: string }[]): PartyRole[] {
  return since.map((from, at) => {
    const own = languages.map(({ language }, which) => [language, titles[at * languages.length + which] ?? ''])
    return { titles: Object.fromEntries(own) as Names, since: from, until: until[at] ?? '' }
  })
}

interface Again {
  wrong?: Wrong
  done?: boolean
  into?: string
}

/** @NOTE what is wrong with a merge stands in the form of the merge. */
export async function shown(ask: Ask, party: PartyId | undefined, typed?: PartyTyped, again: Again = {}) {
  const { wrong, done = false, into } = again
  const [frame, say] = [await ask.frame(), await ask.say()]
  const language = frame.language as Language
  const { known, merges, names } = await ask.store.read(async (db) => {
    const known = party && (await partyById(db, party))
    const merges = party ? await mergesInto(db, 'party', party, MOST_MERGES) : []
    const names = await partyNames(
      db,
      merges.map(({ fromId }) => fromId as PartyId),
      language,
    )
    return { known, merges, names }
  })
  if (party && !known) throw new Trouble('missing', 'party.missing')
  const merging = party && {
    merging: { action: paths.deskPartyMerge(party), key: into === undefined ? freshKey() : keyAgain(ask, wrong) },
    typed: into ?? '',
    error: into === undefined ? null : (wrong?.sentence ?? null),
    merged: merges.map(({ id, at, fromId }) => ({
      name: names.get(fromId as PartyId)?.name ?? '',
      at,
      undoing: { action: paths.deskMergeUndoing(id), key: freshKey() },
    })),
  }
  const own = into === undefined ? wrong : undefined
  const data = {
    key: known?.key ?? null,
    title: known ? calledIn(known, language) : say('parties.new'),
    typed: typed ?? typedOf(known!, frame.publication.languages),
    languages: frame.publication.languages.map((one) => one.language),
    sending: { action: party ? paths.deskParty(party) : paths.deskParties(), key: keyAgain(ask, own) },
    errors: own?.errors ?? {},
    error: own?.error ?? null,
    merging: merging ?? null,
    done,
  }
  return page(partyPage(frame, data, say), wrong?.status)
}

function typedOf({ forms, kind, roles, sameAs }: KeptParty, languages: readonly { language: string }[]): PartyTyped {
  return {
    ...namesTyped(forms, languages),
    kind,
    titles: roles.flatMap(({ titles }) => languages.map(({ language }) => titles[language as Language] ?? '')),
    since: roles.map(({ since }) => since ?? ''),
    until: roles.map(({ until }) => until ?? ''),
    sameAs: sameAs.join('\n'),
  }
}
