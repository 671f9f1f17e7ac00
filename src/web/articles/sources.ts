import { nameOf } from '../../kit/language.ts'
import type { Say } from '../../kit/sentences.ts'
import { dayHtml } from '../html/date-time.ts'
import { type Html, html, joined } from '../html/template.ts'
import { webAddress } from '../html/web-address.ts'

/** One report that an article draws on. */
export interface Source {
  outlet: string
  title: string
  url: string | null
  language: string | null
  publishedOn: string | null
}

/** The reports an article rests on: beside the words where there is room, a line that opens where there is none. */
export function sourcesHtml(sources: readonly Source[], language: string, say: Say): Html | null {
  if (sources.length === 0) return null
  return html`<aside class="sources" aria-labelledby="sources-title"><details><summary><span id="sources-title">${say('sources.title')}</span> <span class="quiet">${say('sources.count', { count: sources.length })}</span></summary>
<ol>${sources.map((source) => html`<li>${sourceHtml(source, language)}</li>`)}</ol></details></aside>`
}

function sourceHtml(source: Source, language: string): Html {
  const url = webAddress(source.url)
  const details = joined(
    [
      html`<bdi>${source.outlet}</bdi>`,
      source.language ? nameOf(source.language, language) : null,
      source.publishedOn ? dayHtml(source.publishedOn, 'shortDay', language) : null,
    ],
    ' · ',
  )
  const title = html`<bdi>${source.title}</bdi>`
  const lang = source.language ? html` lang="${source.language}"` : null
  return html`${
    url ? html`<a href="${url}"${lang} rel="noopener">${title}</a>` : html`<span${lang}>${title}</span>`
  }<span class="quiet">${details}</span>`
}
