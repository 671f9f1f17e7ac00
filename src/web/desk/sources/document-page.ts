import { paths } from '../../../addresses/paths.ts'
import type { LinkState, SourceDocument } from '../../../domain/sources/index.ts'
import type { Say } from '../../../kit/sentences.ts'
import { dateTimeHtml, dateTimeIn } from '../../html/date-time.ts'
import { buttonForm, type FormTarget, fieldHtml, formHtml, wordsField } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'

export interface DocumentTyped {
  url: string
  canonicalUrl: string
  title: string
  outlet: string
  documentLanguage: string
  /** One a line. */
  bylines: string
  published: string
  zone: string
  mediaType: string
  passage: string
}

/** Why a page shows the form of a document. */
export interface DocumentShown {
  title: string
  typed: DocumentTyped
  /** Whether the outlet that is named is known already; undefined where nobody looked. */
  outletIsKnown: boolean | undefined
  sending: FormTarget
  /** The form that reads another address. */
  reading: FormTarget | null
  errors: Readonly<Record<string, string>>
  error: string | null
  /** What was read of a page, or why nothing was. */
  told: string | null
  kept: KeptDocument | null
  done: boolean
}

/** What is known of a document beside what the form says. */
export interface KeptDocument {
  document: Pick<SourceDocument, 'openedAt' | 'linkState' | 'checkedAt' | 'movedTo' | 'passageHash' | 'accessedAt'>
  openedBy: string | null
  opening: FormTarget
  /** Null where no archive is asked. */
  copying: FormTarget | null
  copies: readonly { url: string | null; at: number | null; state: string }[]
  articles: readonly { path: string; title: string }[]
}

/** A document: what it is, whether one of us has read it, and what became of its address. */
export function documentPage(frame: Frame, data: DocumentShown, say: Say): Html {
  const { language } = frame
  const { title, reading, told, kept, done, sending, error } = data
  return deskPage(
    frame,
    title,
    html`${done ? html`<p class="done" role="status">${say('staff.done')}</p>` : null}
<p class="tools"><a href="${paths.deskDocuments(language)}">${say('desk.documents')}</a></p>
${reading ? readingHtml(reading, data, language, say) : null}
${told ? html`<p role="status">${told}</p>` : null}
${formHtml(sending, language, error, fieldsHtml(data, say))}
${kept ? keptHtml(frame, kept, say) : null}`,
    say,
  )
}

function readingHtml(reading: FormTarget, { typed, errors }: DocumentShown, language: string, say: Say): Html {
  const inside = html`${fieldHtml({ name: 'url', id: 'link', label: say('documents.link'), value: typed.url, hint: say('documents.link-hint'), error: errors.link })}
<p class="buttons"><button class="primary">${say('documents.read')}</button></p>`
  return formHtml(reading, language, null, inside)
}

function fieldsHtml({ typed, errors, outletIsKnown }: DocumentShown, say: Say): Html {
  const known =
    outletIsKnown === undefined
      ? 'documents.outlet-hint'
      : outletIsKnown
        ? 'documents.outlet-known'
        : 'documents.outlet-new'
  return html`${fieldHtml({ name: 'title', label: say('publication.title'), value: typed.title, error: errors.title })}
${fieldHtml({ name: 'outlet', label: say('audit-field.outlet'), value: typed.outlet, hint: say(known), error: errors.outlet })}
${fieldHtml({ name: 'url', label: say('cited.url'), value: typed.url, error: errors.url })}
${fieldHtml({ name: 'documentLanguage', label: say('documents.language'), value: typed.documentLanguage, hint: say('publication.tag-hint'), error: errors.documentLanguage })}
${fieldHtml({ name: 'published', label: say('documents.published'), value: typed.published, hint: say('documents.published-hint'), error: errors.published, optional: true })}
${fieldHtml({ name: 'zone', label: say('publication.zone'), value: typed.zone, hint: say('documents.zone-hint'), error: errors.zone, optional: true })}
${wordsField({ name: 'bylines', label: say('documents.bylines'), value: typed.bylines, hint: say('documents.bylines-hint'), error: errors.bylines ?? null, rows: 2, optional: true })}
${wordsField({ name: 'passage', label: say('documents.passage'), value: typed.passage, hint: say('documents.passage-hint'), error: errors.passage ?? null, rows: 5, optional: true })}
<input type="hidden" name="canonicalUrl" value="${typed.canonicalUrl}"><input type="hidden" name="mediaType" value="${typed.mediaType}">
<p class="buttons"><button class="primary">${say('cited.save')}</button></p>`
}

function keptHtml(frame: Frame, kept: KeptDocument, say: Say): Html {
  const { language, publication } = frame
  const place = { language, zone: publication.zone }
  const { document, openedBy, opening, copying, copies, articles } = kept
  return html`<section><h2>${say('documents.read-by-us')}</h2>
${document.openedAt === null ? html`<p>${say('documents.unread')}</p>${buttonForm(opening, language, say('documents.open'))}` : html`<p>${say('documents.opened', { name: openedBy ?? '–', when: dateTimeIn(document.openedAt, 'full', place) })}</p>`}</section>
<section><h2>${say('documents.address')}</h2>
<p>${document.linkState === null ? say('documents.unchecked') : say(`link-state.${document.linkState satisfies LinkState}`)}${document.checkedAt === null ? null : html` · ${dateTimeHtml(document.checkedAt, 'short', place)}`}</p>
${document.movedTo ? html`<p><a href="${document.movedTo}" rel="noopener" dir="ltr">${document.movedTo}</a></p>` : null}
${copies.length > 0 ? html`<ul class="notices">${copies.map((copy) => html`<li>${copy.url ? html`<a href="${copy.url}" rel="noopener">${say('documents.copy')}</a>` : say(`copy-state.${copy.state}`)}${copy.at === null ? null : html` · ${dateTimeHtml(copy.at, 'short', place)}`}</li>`)}</ul>` : null}
${copying ? buttonForm(copying, language, say('documents.ask-copy')) : null}</section>
${document.passageHash ? html`<p class="quiet">${say('documents.hash')} <code dir="ltr">${document.passageHash}</code></p>` : null}
${articles.length > 0 ? html`<section><h2>${say('documents.cited-in')}</h2><ul class="notices">${articles.map(({ path, title }) => html`<li><a href="${path}"><bdi>${title}</bdi></a></li>`)}</ul></section>` : null}`
}
