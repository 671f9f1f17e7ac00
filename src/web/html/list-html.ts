import { localeOf } from '../../kit/sentences.ts'
import { type Html, html } from './template.ts'

/** Names in a row, as the language puts them, each in its own direction. */
export function listHtml(names: readonly string[], language: string, type: 'unit' | 'conjunction' = 'unit'): Html {
  const parts = new Intl.ListFormat(localeOf(language), { type }).formatToParts(names)
  return html`${parts.map((part) => (part.type === 'element' ? html`<bdi>${part.value}</bdi>` : part.value))}`
}
