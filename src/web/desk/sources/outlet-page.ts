import { paths } from '../../../addresses/paths.ts'
import { OUTLET_KINDS } from '../../../domain/sources/index.ts'
import type { Say } from '../../../kit/sentences.ts'
import { type FormTarget, fieldHtml, formHtml, wordsField } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'
import { type MergingShown, mergingHtml } from './merging.ts'
import { type NamesTyped, namesHtml } from './names-fields.ts'

export interface OutletTyped extends NamesTyped {
  kind: string
  country: string
  url: string
  /** Addresses, one a line. */
  sameAs: string
}

export interface OutletShown {
  /** What addresses know it by; null for a new one. */
  key: string | null
  title: string
  typed: OutletTyped
  sending: FormTarget
  errors: Readonly<Record<string, string>>
  error: string | null
  merging: MergingShown | null
  done: boolean
}

/** An outlet: its names, what it is, and where it stands on the web. */
export function outletPage(frame: Frame, data: OutletShown, say: Say): Html {
  const { language } = frame
  const { key, title, typed, sending, errors, error, merging, done } = data
  const kinds = OUTLET_KINDS.map(
    (kind) =>
      html`<option value="${kind}"${kind === typed.kind ? html` selected` : null}>${say(`outlet-kind.${kind}`)}</option>`,
  )
  const inside = html`${namesHtml(typed, language, errors.names, say)}
<p class="field"><label for="kind">${say('cited.kind')}</label> <select id="kind" name="kind">${kinds}</select></p>
${fieldHtml({ name: 'country', label: say('outlets.country'), value: typed.country, hint: say('outlets.country-hint'), error: errors.country, optional: true })}
${fieldHtml({ name: 'url', label: say('cited.url'), value: typed.url, hint: say('outlets.url-hint'), error: errors.url, optional: true })}
${wordsField({ name: 'sameAs', label: say('cited.same-as'), value: typed.sameAs, hint: say('cited.same-as-hint'), error: errors.sameAs ?? null, rows: 3, optional: true })}
<p class="buttons"><button class="primary">${say('cited.save')}</button></p>`
  return deskPage(
    frame,
    title,
    html`${done ? html`<p class="done" role="status">${say('staff.done')}</p>` : null}
<p class="tools"><a href="${paths.deskOutlets(language)}">${say('desk.outlets')}</a>${key === null ? null : html` · <a href="${paths.outlet(language, key)}">${say('cited.public')}</a>`}</p>
${formHtml(sending, language, error ?? errors.kind ?? null, inside)}
${merging && mergingHtml(frame, merging, say)}`,
    say,
  )
}
