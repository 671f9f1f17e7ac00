import { paths } from '../../../addresses/paths.ts'
import { OUTLET_KINDS, OUTLETS, type OutletDraft, type OutletKind } from '../../../domain/sources/index.ts'
import { countryName } from '../../../kit/country.ts'
import { fieldHtml } from '../../html/fields.ts'
import { html } from '../../html/template.ts'
import { text } from '../../http/shapes.ts'
import type { CitedDesk, CitedTyped } from './cited-desk.ts'
import { lines } from './cited-form.ts'
import { citedResource } from './cited-resource.ts'
import { formsFrom, NAMES_FORM } from './names-fields.ts'

interface OutletTyped extends CitedTyped {
  country: string
  url: string
}

const DESK: CitedDesk<'outlet', OutletDraft, OutletTyped> = {
  sort: OUTLETS,
  form: { ...NAMES_FORM, kind: text, country: text, url: text, sameAs: text },
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
  about: ({ kind, country }, language, say) => {
    return [say(`outlet-kind.${kind}`), country === null ? null : countryName(country, language)]
  },
  words: { list: 'desk.outlets', hint: 'outlets.hint', adding: 'outlets.new' },
  paths: {
    one: paths.deskOutlet,
    all: paths.deskOutlets,
    adding: paths.deskNewOutlet,
    merge: paths.deskOutletMerge,
    forReaders: paths.outlet,
  },
}

/** Outlets at the desk, address by address. */
export const { list, form, create, show, save, mergeInto } = citedResource(DESK)
