import { nameOf } from '../../kit/language.ts'
import type { Say } from '../../kit/sentences.ts'
import { keptWordsHtml, linkNotes, type SourceLink, sourceLinkHtml } from '../cited/index.ts'
import { dayHtml } from '../html/date-time.ts'
import { type Html, html, joined } from '../html/template.ts'

/** One report that an article draws on. */
export interface Source extends SourceLink {
  outlet: string
  publishedOn: string | null
}

/** The reports an article rests on: beside the words where there is room, a line that opens where there is none. */
export function sourcesHtml(
  sources: readonly Source[],
  language: string,
  say: Say,
  facts: Html | null = null,
): Html | null {
  if (sources.length === 0 && !facts) return null
  return html`<aside class="sources" aria-labelledby="sources-title"><details><summary><span id="sources-title">${say('sources.title')}</span> ${sources.length > 0 ? html`<span class="quiet">${say('sources.count', { count: sources.length })}</span>` : null}</summary>
${facts}
${sources.length > 0 ? html`<ol>${sources.map((source) => html`<li>${sourceHtml(source, language, say)}</li>`)}</ol>` : null}</details></aside>`
}

function sourceHtml(source: Source, language: string, say: Say): Html {
  const details = joined(
    [
      html`<bdi>${source.outlet}</bdi>`,
      source.language ? nameOf(source.language, language) : null,
      source.publishedOn ? dayHtml(source.publishedOn, 'shortDay', language) : null,
      ...linkNotes(source, language, say),
    ],
    ' · ',
  )
  return html`${sourceLinkHtml(source)}<span class="quiet">${details}</span>${keptWordsHtml(source, language, say)}`
}
