import type { KeptOutlet, KeptParty, NameForm } from '../../../domain/sources/index.ts'
import type { Language } from '../../../kit/language.ts'
import type { Say } from '../../../kit/sentences.ts'
import { dateTimeHtml } from '../../html/date-time.ts'
import { buttonForm, type FormTarget, fieldHtml, formHtml } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { type Html, html } from '../../html/template.ts'

export interface MergingShown {
  merging: FormTarget
  typed: string
  error: string | null
  /** What was merged into it, and how that is undone. */
  merged: readonly { name: string; at: number; undoing: FormTarget }[]
}

/** How one is made of two, and what was merged before. */
export function mergingHtml(frame: Frame, { merging, typed, error, merged }: MergingShown, say: Say): Html {
  const { language, publication } = frame
  const inside = html`<p class="hint">${say('cited.merge-hint')}</p>
${fieldHtml({ name: 'into', label: say('cited.merge-into'), value: typed, error: error ?? undefined })}
<button class="plain">${say('cited.merge')}</button>`
  return html`<section><h2>${say('cited.merging')}</h2>
${merged.length > 0 ? html`<ul class="notices">${merged.map(({ name, at, undoing }) => html`<li><p><bdi>${name}</bdi></p><p class="quiet">${dateTimeHtml(at, 'short', { language, zone: publication.zone })}</p>${buttonForm(undoing, language, say('cited.unmerge'))}</li>`)}</ul>` : null}
<details${error ? html` open` : null}><summary>${say('cited.merge-open')}</summary>${formHtml(merging, language, null, inside)}</details></section>`
}

/** How something is called on a page. */
export function calledIn(
  { forms, key }: Pick<KeptOutlet | KeptParty, 'key'> & { forms: readonly NameForm[] },
  language: string,
): string {
  return (forms.find((form) => form.language === (language as Language)) ?? forms[0])?.name ?? key
}
