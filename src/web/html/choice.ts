import { WRONG_FIELD } from './fields.ts'
import { type Html, html } from './template.ts'

/** One of several, with its label above. */
export function choiceField(
  {
    name,
    id = name,
    label,
    value,
    hint,
    error,
  }: { name: string; id?: string; label: string; value: string; hint?: string; error?: string | undefined },
  options: readonly (readonly [value: string, words: string])[],
): Html {
  const about = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return html`<p class="field"><label for="${id}">${label}</label>
<select id="${id}" name="${name}"${about ? html` aria-describedby="${about}"` : null}${error ? WRONG_FIELD : null}>${options.map(
    ([of, words]) => html`<option value="${of}"${of === value ? html` selected` : null}>${words}</option>`,
  )}</select>
${hint ? html`<span class="hint" id="${id}-hint">${hint}</span>` : null}${error ? html`<span class="error" id="${id}-error">${error}</span>` : null}</p>`
}
