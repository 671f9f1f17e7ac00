import { paths } from '../../../addresses/paths.ts'
import { OUTLET_KINDS, OUTLETS, type OutletDraft, type OutletKind } from '../../../domain/sources/index.ts'
import { fieldHtml } from '../../html/fields.ts'
import { html } from '../../html/template.ts'
import { flag, id, idOrNone, text } from '../../http/shapes.ts'
import { taking } from '../../http/taking.ts'
import type { CitedDesk, CitedTyped } from './cited-desk.ts'
import { lines } from './cited-form.ts'
import { citedKept, citedMerged } from './cited-kept.ts'
import { citedListed } from './cited-listed.ts'
import { citedShown } from './cited-shown.ts'
import { formsFrom, NAMES_FORM } from './names-fields.ts'

const PARAMS = { outlet: id<'outlet'>('outlet.missing') }
const FORM = { ...NAMES_FORM, kind: text, country: text, url: text, sameAs: text }

interface OutletTyped extends CitedTyped {
  country: string
  url: string
}

const DESK: CitedDesk<'outlet', OutletDraft, OutletTyped> = {
  sort: OUTLETS,
  nothing: { kind: 'newspaper', country: '', url: '', sameAs: '' },
  typedOf: ({ kind, country, url, sameAs }) => {
    return { kind, country: country ?? '', url: url ?? '', sameAs: sameAs.join('\n') }
  },
  draftOf: ({ kind, country, url, sameAs, ...names }) => {
    return { kind: kind as OutletKind, country, url, sameAs: lines(sameAs), forms: formsFrom(names) }
  },
  fields: ({
    typed,
    errors,
    say,
  }) => html`<p class="field"><label for="kind">${say('cited.kind')}</label> <select id="kind" name="kind">${OUTLET_KINDS.map(
    (kind) =>
      html`<option value="${kind}"${kind === typed.kind ? html` selected` : null}>${say(`outlet-kind.${kind}`)}</option>`,
  )}</select></p>
${fieldHtml({ name: 'country', label: say('outlets.country'), value: typed.country, hint: say('outlets.country-hint'), error: errors.country, optional: true })}
${fieldHtml({ name: 'url', label: say('cited.url'), value: typed.url, hint: say('outlets.url-hint'), error: errors.url, optional: true })}`,
  about: ({ kind, country }, language, say) => [say(`outlet-kind.${kind}`), countryName(country, language)],
  words: { list: 'desk.outlets', hint: 'outlets.hint', adding: 'outlets.new' },
  paths: {
    one: paths.deskOutlet,
    all: paths.deskOutlets,
    adding: paths.deskNewOutlet,
    merge: paths.deskOutletMerge,
    forReaders: paths.outlet,
  },
}

/** A country in the words of a language; null where none is known. */
function countryName(country: string | null, language: string): string | null {
  return country === null ? null : (new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country)
}

/** The outlets that are known. */
export const list = taking({ query: { words: text, before: idOrNone<'outlet'>() } }, (ask, asked) =>
  citedListed(ask, DESK, asked),
)

/** A form for another outlet. */
export const form = taking({}, (ask) => citedShown(ask, DESK, undefined, {}))

/** Keeps an outlet that was not known. */
export const create = taking(
  { form: FORM },
  (ask, typed) => citedKept(ask, DESK, undefined, typed),
  (ask, typed, _, wrong) => citedShown(ask, DESK, undefined, { typed, wrong }),
)

/** An outlet with what is said of it. */
export const show = taking({ params: PARAMS, query: { done: flag } }, (ask, { outlet, done }) =>
  citedShown(ask, DESK, outlet, { done }),
)

/** Says other things of it. */
export const save = taking(
  { params: PARAMS, form: FORM },
  (ask, { outlet, ...typed }) => citedKept(ask, DESK, outlet, typed),
  (ask, { outlet, ...typed }, _, wrong) => citedShown(ask, DESK, outlet, { typed, wrong }),
)

/** Merges it into another. */
export const mergeInto = taking(
  { params: PARAMS, form: { into: text } },
  (ask, { outlet, into }) => citedMerged(ask, DESK, outlet, into),
  (ask, { outlet, into }, _, wrong) => citedShown(ask, DESK, outlet, { wrong, into }),
)
