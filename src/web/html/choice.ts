import { WRONG_FIELD } from './fields.ts'
import { type Html, html } from './template.ts'

/** One of several, with its label above. */
export function choiceField(
  {
    name,
    id = name,
    label,
    value,
    error,
  }: { name: string; id?: string; label: string; value: string; error?: string | undefined },
  options: readonly (readonly [value: string, words: string])[],
): Html {
  return html`<p class="field"><label for="${id}">${label}</label>
<select id="${id}" name="${name}"${error ? html` aria-describedby="${id}-error"${WRONG_FIELD}` : null}>${options.map(
    ([of, words]) => html`<option value="${of}"${of === value ? html` selected` : null}>${words}</option>`,
  )}</select>
${error ? html`<span class="error" id="${id}-error">${error}</span>` : null}</p>`
}
