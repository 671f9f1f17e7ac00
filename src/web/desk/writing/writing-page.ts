import { paths } from '../../../addresses/paths.ts'
import { type EditionState, isReadable, type Missing } from '../../../domain/articles/index.ts'
import type { MissingSource } from '../../../domain/sources/index.ts'
import { directionOf, nameOf } from '../../../kit/language.ts'
import type { Say } from '../../../kit/sentences.ts'
import { dateTimeHtml } from '../../html/date-time.ts'
import { buttonForm, type FormTarget, formHtml, wordsField } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { layout } from '../../html/layout.ts'
import { sentenceHtml } from '../../html/sentence-html.ts'
import { type Html, html } from '../../html/template.ts'
import type { Typed } from './named.ts'
import { type ParticularsShown, particularsForm } from './particulars-form.ts'
import { stateHtml } from './state.ts'
import { momentFields, type TimesShown, timesForms } from './times-form.ts'
import { scriptWords, toolbarHtml } from './toolbar.ts'
import { writingFields } from './writing-form.ts'

/** Forms beside the writing, each with a key of its own. */
export interface Forms {
  save: FormTarget
  publication: FormTarget
  takeOver: FormTarget
  schedule: FormTarget
  takeOff: FormTarget
  embargo: FormTarget
  withdrawal: FormTarget
  retraction: FormTarget
  review: FormTarget
  particulars: FormTarget
  sister: FormTarget
}

export interface WritingShown {
  edition: {
    id: number
    articleId: number
    language: string
    slug: string
    state: EditionState
    publishedAt: number | null
    savedAt: number
    /** Whether what is written here is not what readers see. */
    isAhead: boolean
    revision: number
    by: string | null
  }
  missing: readonly Missing[]
  /** How many notes in the margin wait. */
  notes: number
  /** What its claims and quotes lack. */
  missingSources: readonly MissingSource[]
  /** The number of whoever writes. */
  by: number
  typed: Typed
  /** Somebody else who has typed here and not saved. */
  other: { name: string | null; isHere: boolean; at: number } | null
  /** Whether one typed this before and has not saved it. */
  isUnsaved: boolean
  errors: Readonly<Record<string, string>>
  error: string | null
  /** What was just done, by its name. */
  done: string | null
  times: TimesShown
  retraction: { reason: string; at: number } | null
  reasonTyped: string
  particulars: ParticularsShown
  /** The other languages: those in which there is an edition, and those in which there is none. */
  sisters: readonly { id: number; language: string; state: EditionState }[]
  absent: readonly string[]
  forms: Forms
}

/** The editor's desk: an edition's words, and beside them what becomes of them. */
export function writingPage(frame: Frame, shown: WritingShown, say: Say): Html {
  const { edition, typed, errors, error, forms } = shown
  const written = { language: edition.language, dir: directionOf(edition.language) }
  const name = typed.title || say('writing.untitled')
  const isRefused = error !== null || Object.keys(errors).length > 0
  return layout(
    frame,
    { title: isRefused ? say('form.refused-title', { title: name }) : name, desk: 'writing' },
    html`<div class="writing">
<nav class="above" aria-label="${say('desk.title')}"><a href="${paths.deskArticles(frame.language)}">${say('desk.articles')}</a> <span class="quiet">${nameOf(edition.language, frame.language)}</span> ${stateHtml(edition.state, say)} ${savedHtml(frame, shown, say)}</nav>
<h1 class="unseen"${typed.title && html` lang="${written.language}" dir="${written.dir}"`}>${name}</h1>
${doneHtml(shown, frame, say)}
${otherHtml(frame, shown, say)}
${shown.isUnsaved ? html`<p class="done" role="status">${say('writing.unsaved')}</p>` : null}
<div class="desk-columns">
<writing-desk class="sheet-of-paper" data-copy="${paths.deskWorkingCopy(edition.id)}" data-preview="${paths.deskPreview(edition.id, frame.language)}" data-notes="${paths.deskNotes(edition.id, frame.language)}" data-person="${shown.by}" ${scriptWords(say)}>${toolbarHtml(say)}
${formHtml(
  forms.save,
  frame.language,
  error,
  html`${writingFields(typed, errors, written, say)}
<p class="buttons"><button class="plain">${say('writing.save')}</button> <button class="plain" name="preview" value="1">${say('writing.preview')}</button> ${publishButton(shown, say)}</p>
${laterHtml(shown, say)}`,
)}<div class="beside-preview" role="region" tabindex="0" aria-label="${say('tools.preview')}" lang="${edition.language}" dir="${written.dir}" hidden></div></writing-desk>
<aside class="beside">${asideHtml(frame, shown, say)}</aside>
</div>
</div>`,
    say,
  )
}

function savedHtml(frame: Frame, { edition }: WritingShown, say: Say): Html {
  const when = dateTimeHtml(edition.savedAt, 'short', { language: frame.language, zone: frame.publication.zone })
  const by = html`<bdi>${edition.by ?? say('writing.imported')}</bdi>`
  return html`<span class="quiet saved">${sentenceHtml(say, 'writing.saved', { number: html`${edition.revision}`, when, by })}</span>`
}

function doneHtml({ done, edition }: WritingShown, frame: Frame, say: Say): Html | null {
  if (done === null) return null
  const page = paths.article(edition.language, edition.slug)
  const onward =
    done === 'published' ? html` <a href="${page}" hreflang="${edition.language}">${say('writing.to-page')}</a>` : null
  return html`<p class="done" role="status" lang="${frame.language}">${say(`writing-done.${done}`)}${onward}</p>`
}

/** That another is writing here, or has left words unsaved; and the way to go on from them. */
function otherHtml(frame: Frame, { other, forms }: WritingShown, say: Say): Html | null {
  if (!other) return null
  const { language, publication } = frame
  const when = dateTimeHtml(other.at, 'short', { language, zone: publication.zone })
  const name = html`<bdi>${other.name ?? say('comment.nobody')}</bdi>`
  return html`<div class="done held" role="status"><p>${sentenceHtml(say, other.isHere ? 'writing.held' : 'writing.left', { name, when })}</p>
${buttonForm(forms.takeOver, language, say('writing.take-over'))}</div>`
}

/** Saves what is written, and shows it to everybody. */
function publishButton({ edition, forms }: WritingShown, say: Say): Html | null {
  if (edition.state === 'retracted') return null
  const words = edition.state === 'published' ? say('writing.publish-changes') : say('writing.publish')
  return html`<button class="primary" formaction="${forms.publication.action}">${words}</button>`
}

function asideHtml(frame: Frame, shown: WritingShown, say: Say): Html {
  return html`${publicationHtml(frame, shown, say)}
${missingHtml(frame, shown, say)}
${timesForms(frame, shown, say)}
${particularsForm(frame, shown.forms.particulars, shown.particulars, say)}
${sistersHtml(frame, shown, say)}
<section><p><a href="${paths.deskEditionFigures(shown.edition.id, frame.language)}">${say('figures.of-edition')}</a></p>
<p><a href="${paths.deskNotes(shown.edition.id, frame.language)}">${say('margin-note.open', { count: shown.notes })}</a></p>
<p><a href="${paths.deskDraftLinks(shown.edition.id, frame.language)}">${say('draft-link.title')}</a></p>
<p><a href="${paths.deskDeletion(shown.edition.articleId, frame.language)}">${say('deletion.open')}</a></p></section>`
}

/** Saves what is written, and lets time show it. */
function laterHtml({ edition, times, errors, forms }: WritingShown, say: Say): Html | null {
  if (edition.state === 'published' || edition.state === 'retracted') return null
  const isOpen = edition.state === 'scheduled' || errors.when || errors.zone
  return html`<details class="later"${isOpen ? html` open` : null}><summary>${say('times.later')}</summary>
${momentFields('when', times, errors, say)}
<p class="buttons"><button class="plain" formaction="${forms.schedule.action}">${edition.state === 'scheduled' ? say('times.schedule-anew') : say('times.schedule')}</button></p></details>`
}

/** What readers see of it, and what can be done about that. */
function publicationHtml(frame: Frame, shown: WritingShown, say: Say): Html {
  const { edition, retraction, forms, reasonTyped, errors } = shown
  const { language, publication } = frame
  const place = { language, zone: publication.zone }
  const since = edition.publishedAt === null ? null : dateTimeHtml(edition.publishedAt, 'full', place)
  const seen = html`<a href="${paths.article(edition.language, edition.slug)}" hreflang="${edition.language}">${say('writing.to-page')}</a>`
  return html`<section><h2>${say('writing.what-readers-see')}</h2>
<p>${say(`writing-state.${edition.state}`)}${edition.isAhead ? html` ${say('writing.ahead')}` : null}</p>
${edition.state === 'published' && since ? html`<p class="quiet">${sentenceHtml(say, 'writing.published-since', { when: since })} ${seen}</p>` : null}
<p><a href="${paths.deskRevisions(edition.id, language)}">${say('revisions.title')}</a></p>
<p><a href="${paths.deskEditionNames(edition.id, language)}">${say('names.title')}</a></p>
${isReadable(edition) ? html`<p><a href="${paths.deskCorrections(edition.articleId, language)}">${say('corrections.make')}</a></p>` : null}
${retraction ? html`<p class="quiet">${dateTimeHtml(retraction.at, 'full', place)}</p><blockquote dir="auto">${retraction.reason}</blockquote>${seen}` : null}
${edition.state === 'scheduled' && since ? html`<p class="quiet">${sentenceHtml(say, 'times.waits', { when: since })}</p>${buttonForm({ ...forms.schedule, hidden: { end: '1' } }, language, say('times.unschedule'))}` : null}
${edition.state === 'draft' ? buttonForm(forms.review, language, say('writing.ask-review')) : null}
${edition.state === 'in-review' ? buttonForm({ ...forms.review, hidden: { end: '1' } }, language, say('writing.end-review')) : null}
${edition.state === 'published' ? html`<details><summary>${say('writing.withdraw')}</summary><p>${say('writing.withdraw-hint')}</p>${buttonForm(forms.withdrawal, language, say('writing.withdraw-now'))}</details>` : null}
${
  edition.state === 'published' || edition.state === 'withdrawn'
    ? html`<details${errors.reason ? html` open` : null}><summary>${say('writing.retract')}</summary>${formHtml(
        forms.retraction,
        language,
        null,
        html`${wordsField({ name: 'reason', label: say('writing.reason'), value: reasonTyped, hint: say('writing.reason-hint'), error: errors.reason ?? null, rows: 4 })}<p class="buttons"><button class="plain">${say('writing.retract-now')}</button></p>`,
      )}</details>`
    : null
}</section>`
}

/** What readers would miss, each with the way to its place. */
function missingHtml({ language }: Frame, { missing, missingSources, edition }: WritingShown, say: Say): Html {
  const sources = paths.deskClaims(edition.id, language)
  const places = [
    ...missing.map((one) => ({ one, at: `#${one.part}` })),
    ...missingSources.map((one) => ({ one, at: `${sources}#${one.kind}-${one.key}` })),
  ]
  return html`<section id="missing"><h2>${say('missing.title')}</h2>
${places.length === 0 ? html`<p>${say('missing.nothing')}</p>` : null}
<ul class="plain-list">${places.slice(0, MOST_MISSING).map(({ one, at }) => html`<li><a href="${at}">${missingWords(one, say)}</a></li>`)}</ul>
${places.length > MOST_MISSING ? html`<p>${say('missing.more', { count: places.length - MOST_MISSING })}</p>` : null}
<p><a href="${sources}">${say('desk-claims.of-edition')}</a></p></section>`
}

const MOST_MISSING = 12

function missingWords({ about, line, name = '' }: Missing | MissingSource, say: Say): string {
  const words = say(about === 'title' ? 'missing.title-part' : `missing.${about}`, { name })
  return line === undefined ? words : say('missing.in-line', { words, line })
}

/** The same article in other languages, each with a state of its own. */
function sistersHtml(frame: Frame, { edition, sisters, absent, forms }: WritingShown, say: Say): Html | null {
  if (sisters.length === 0 && absent.length === 0) return null
  const { language } = frame
  return html`<section><h2>${say('writing.other-languages')}</h2>
${sisters.length > 0 ? html`<p><a href="${paths.deskTranslation(edition.id, language)}">${say('translation.beside')}</a></p><ul class="plain-list">${sisters.map((one) => html`<li><a href="${paths.deskEdition(one.id, language)}">${nameOf(one.language, language)}</a> ${stateHtml(one.state, say)}</li>`)}</ul>` : null}
${
  absent.length > 0
    ? formHtml(
        { ...forms.sister, hidden: { original: String(edition.id) } },
        language,
        null,
        html`<p class="field"><label for="sister">${say('translation.new-edition')}</label>
<select id="sister" name="editionLanguage">${absent.map((one) => html`<option value="${one}">${nameOf(one, language)}</option>`)}</select></p>
<p class="hint">${say('translation.begin-hint')}</p>
<p class="buttons"><button class="plain" formaction="${paths.deskBeginTranslation(edition.articleId)}">${say('translation.beside')}</button> <button class="plain">${say('writing.begin-edition')}</button></p>`,
      )
    : null
}</section>`
}
