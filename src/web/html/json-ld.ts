import { type Html, html, madeSafe } from './template.ts'

export type Json = string | number | null | undefined | readonly Json[] | { readonly [key: string]: Json }

/** A data block; `<` is written so that no text can end the element. Source: JSON-LD 1.1, section 7.3. */
export function jsonLdHtml(data: Json): Html {
  return html`<script type="application/ld+json">${madeSafe(JSON.stringify(data).replaceAll('<', '\\u003c'))}</script>`
}
