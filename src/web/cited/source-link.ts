import type { KeptWords } from '../../domain/sources/index.ts'
import { directionOf } from '../../kit/language.ts'
import type { Say } from '../../kit/sentences.ts'
import { dateTimeHtml, dateTimeIn } from '../html/date-time.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { type Html, html } from '../html/template.ts'
import { webAddress } from '../html/web-address.ts'

/** A link to something that is cited, and what became of it. */
export interface SourceLink {
  title: string
  url: string | null
  language: string | null
  linkState?: 'ok' | 'moved' | 'dead' | 'paywalled' | null
  copy?: { url: string; at: number | null } | null
  /** The words that are cited, where they stand nowhere else any more. */
  kept?: KeptWords | null
}

/** The link itself; where an archive has a copy, it says so to programs. Source: Robust Links, robustlinks.mementoweb.org/spec. */
export function sourceLinkHtml({ title, url, language, copy }: SourceLink): Html {
  const address = webAddress(url)
  const lang = language ? html` lang="${language}"` : null
  if (!address) return html`<span${lang}><bdi>${title}</bdi></span>`
  const robust = copy
    ? html` data-originalurl="${address}" data-versionurl="${copy.url}"${copy.at === null ? null : html` data-versiondate="${dayOf(copy.at)}"`}`
    : null
  return html`<a href="${address}"${lang}${robust} rel="noopener"><bdi>${title}</bdi></a>`
}

/** What is to be known of the link: that it leads nowhere any more, or costs money, and where the copy is. Source of the relation: RFC 7089, section 2.2.4. */
export function linkNotes({ linkState, copy }: SourceLink, language: string, say: Say): Html[] {
  const notes: Html[] = []
  if (linkState && linkState !== 'ok')
    notes.push(html`<span class="link-state">${say(`link-state.${linkState}`)}</span>`)
  if (copy) {
    const when = copy.at === null ? '' : ` (${dateTimeIn(copy.at, 'shortDay', { language, zone: 'UTC' })})`
    notes.push(html`<a href="${copy.url}" rel="memento noopener">${say('documents.copy')}${when}</a>`)
  }
  return notes
}

/** The words that were kept when the page was there, for where it is no more. */
export function keptWordsHtml({ kept, language: of }: SourceLink, language: string, say: Say): Html | null {
  if (!kept) return null
  const when = kept.at === null ? null : dateTimeHtml(kept.at, 'shortDay', { language, zone: 'UTC' })
  const title = when ? sentenceHtml(say, 'documents.kept-on', { when }) : html`${say('documents.passage')}`
  const lang = of ? html` lang="${of}" dir="${directionOf(of)}"` : html` dir="auto"`
  return html`<details class="cited-words"><summary>${title}</summary><blockquote${lang}>${kept.words}</blockquote>
<p class="told">${say('documents.hash')} <code dir="ltr">${kept.hash}</code></p></details>`
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
