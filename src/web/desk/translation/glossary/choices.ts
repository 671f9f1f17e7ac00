import { ENTRY_KINDS } from '../../../../domain/translation/index.ts'
import { nameOf } from '../../../../kit/language.ts'
import type { Say } from '../../../../kit/sentences.ts'
import type { Frame } from '../../../html/frame.ts'
import { type Html, html } from '../../../html/template.ts'

type Options = readonly (readonly [value: string, words: string])[]

/** One of several. */
export function choice(field: { name: string; id?: string; label: string }, options: Options, chosen: string): Html {
  const { name, id = name, label } = field
  return html`<p class="field"><label for="${id}">${label}</label>
<select id="${id}" name="${name}">${options.map(([value, words]) => html`<option value="${value}"${value === chosen ? html` selected` : null}>${words}</option>`)}</select></p>`
}

export function kindOptions(say: Say): Options {
  return ENTRY_KINDS.map((kind) => [kind, say(`name-kind.${kind}`)] as const)
}

/** The publication's languages, and those that are written beside them. */
export function languageOptions({ language, publication }: Frame, more: readonly string[] = []): Options {
  const all = [...new Set([...publication.languages.map((one) => one.language as string), ...more])]
  return all.map((one) => [one, nameOf(one, language)] as const)
}
