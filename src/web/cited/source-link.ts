import type { Say } from '../../kit/sentences.ts'
import { dateTimeIn } from '../html/date-time.ts'
import { type Html, html } from '../html/template.ts'
import { webAddress } from '../html/web-address.ts'

/** A link to something that is cited, and what became of it. */
export interface SourceLink {
  title: string
  url: string | null
  language: string | null
  linkState?: 'ok' | 'moved' | 'dead' | 'paywalled' | null
  copy?: { url: string; at: number | null } | null
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

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
