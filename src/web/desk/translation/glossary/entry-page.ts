import { paths } from '../../../../addresses/paths.ts'
import type { Change, GlossaryEntry, GlossaryForm, Occurrences } from '../../../../domain/translation/index.ts'
import { directionOf, nameOf } from '../../../../kit/language.ts'
import type { Say } from '../../../../kit/sentences.ts'
import { arrowIn } from '../../../html/arrow.ts'
import { dateTimeHtml } from '../../../html/date-time.ts'
import { buttonForm, type FormTarget, fieldHtml, formHtml } from '../../../html/fields.ts'
import type { Frame } from '../../../html/frame.ts'
import { sentenceHtml } from '../../../html/sentence-html.ts'
import { deskPage } from '../../../html/small-page.ts'
import { type Html, html } from '../../../html/template.ts'
import { choice, kindOptions } from './choices.ts'
import { proposalsHtml } from './proposals-html.ts'

/** A language, how the name is written in it, and what may be said of that. */
export interface FormShown {
  language: string
  form: GlossaryForm | undefined
  proposals: readonly { form: string; scheme: string }[]
  /** Null where the one who asks may not change it. */
  target: FormTarget | null
  typed: { form: string; inflected: string; isLocked: boolean }
  errors: Readonly<Record<string, string>>
}

export interface EntryShown {
  entry: GlossaryEntry
  forms: readonly FormShown[]
  changes: readonly Change[]
  people: ReadonlyMap<number, string>
  occurrences: Occurrences
  description: FormTarget | null
  removal: FormTarget | null
  errors: Readonly<Record<string, string>>
  error: string | null
  done: string | undefined
}

/** One name: its forms, where it is met, and what was changed of it. */
export function entryPage(frame: Frame, data: EntryShown, say: Say): Html {
  const { entry, forms, done } = data
  const { language } = frame
  const shown = entry.forms.find((one) => one.language === language) ?? entry.forms[0]!
  return deskPage(
    frame,
    shown.form,
    html`${done ? html`<p class="done" role="status">${say(`glossary-done.${done}`)}</p>` : null}
<p class="tools"><a href="${paths.deskGlossary(language)}">${say('desk.glossary')}</a> <span class="quiet">${say(`name-kind.${entry.kind}`)}${entry.note ? html` · <bdi>${entry.note}</bdi>` : null}</span></p>
<section id="forms"><h2>${say('glossary.forms')}</h2>
${forms.map((form) => formSection(frame, form, data, say))}</section>
${occurrencesHtml(frame, data, say)}
${aboutHtml(frame, data, say)}
${historyHtml(frame, data, say)}`,
    say,
    'writing',
  )
}

function formSection(frame: Frame, shown: FormShown, { people, error }: EntryShown, say: Say): Html {
  const { language, form, target } = shown
  const title = html`<h3>${nameOf(language, frame.language)}${form ? html` <span class="state ${form.isLocked ? 'locked' : 'proposed'}">${say(`form-state.${form.isLocked ? 'locked' : 'proposed'}`)}</span>` : null}</h3>`
  return html`<section class="name-form" id="form-${language}">${title}
${form ? saidHtml(frame, form, people, say) : null}
${target ? html`<details${form ? null : html` open`}><summary>${say(form ? 'glossary.change' : 'glossary.write')}</summary>${editHtml(frame, shown, target, error, say)}</details>` : form?.isLocked ? html`<p class="quiet">${say('glossary.settled')}</p>` : null}</section>
`
}

function saidHtml(frame: Frame, form: GlossaryForm, people: ReadonlyMap<number, string>, say: Say): Html {
  const when = dateTimeHtml(form.at, 'short', { language: frame.language, zone: frame.publication.zone })
  const by = html`<bdi>${(form.byId && people.get(form.byId)) ?? say('comment.nobody')}</bdi>`
  return html`<p class="written"><bdi lang="${form.language}">${form.form}</bdi></p>
${form.inflected.length > 0 ? html`<p class="quiet">${say('glossary.also')} <bdi lang="${form.language}">${form.inflected.join(' · ')}</bdi></p>` : null}
<p class="quiet">${sentenceHtml(say, 'glossary.said', { by, when })}${form.scheme ? html` · ${say(`name-scheme.${form.scheme}`)}` : null}</p>`
}

function editHtml(frame: Frame, shown: FormShown, target: FormTarget, error: string | null, say: Say): Html {
  const { language, typed, errors, proposals } = shown
  const id = (name: string) => `${name}-of-${language}`
  const first = proposals[0]?.form ?? ''
  return formHtml(
    { ...target, hidden: { within: language } },
    frame.language,
    Object.keys(errors).length > 0 ? null : error,
    html`${fieldHtml({ name: 'form', id: id('form'), label: say('glossary.form'), value: typed.form || first, error: errors.form, optional: true })}
${proposalsHtml(proposals, language, say)}
${fieldHtml({ name: 'inflected', id: id('inflected'), label: say('glossary.inflected'), value: typed.inflected.replaceAll('\n', '; '), hint: say('glossary.inflected-hint'), error: errors.inflected, optional: true })}
<p class="tick"><label class="choice"><input type="checkbox" name="locked" value="1"${typed.isLocked ? html` checked` : null}> <span>${say('glossary.lock')}</span></label></p>
<p class="buttons"><button class="primary">${say('glossary.save')}</button></p>`,
  )
}

function occurrencesHtml(frame: Frame, { entry, occurrences }: EntryShown, say: Say): Html {
  const { editions, lookedThrough, before } = occurrences
  const { language } = frame
  return html`<section id="occurrences"><h2>${say('glossary.occurrences')}</h2>
${editions.length === 0 ? html`<p class="nobody-yet">${say('glossary.not-met')}</p>` : null}
<ul class="at-desk" role="list">${editions.map(
    ({ id, title, language: written, count, old }) =>
      html`<li><p><a href="${paths.deskEditionNames(id, language)}" lang="${written}" dir="${directionOf(written)}">${title}</a> <span class="quiet">${nameOf(written, language)}</span>${count > 0 ? html` <span class="quiet">${say('glossary.times', { count })}</span>` : null}</p>
${old.length > 0 ? html`<p class="held"><span>${say('glossary.carries-old')}</span> ${old.map((form) => html`<b lang="${written}" dir="${directionOf(written)}">${form}</b>`)}</p>` : null}</li>
`,
  )}</ul>
<p class="quiet">${say('glossary.looked-through', { count: lookedThrough })}${before ? html` <a href="${paths.deskName(entry.id, language, { before })}#occurrences">${say('glossary.further')}</a>` : null}</p></section>`
}

function aboutHtml(frame: Frame, { entry, description, removal, errors, error }: EntryShown, say: Say): Html | null {
  if (!description || !removal) return null
  return html`<section id="about"><h2>${say('glossary.about')}</h2>
${formHtml(
  description,
  frame.language,
  error,
  html`${choice({ name: 'kind', label: say('glossary.kind') }, kindOptions(say), entry.kind)}
${fieldHtml({ name: 'note', label: say('glossary.note'), value: entry.note, error: errors.note, optional: true })}
<p class="buttons"><button class="plain">${say('glossary.save')}</button></p>`,
)}
${buttonForm(removal, frame.language, say('glossary.remove'))}</section>`
}

function historyHtml(frame: Frame, { changes, people }: EntryShown, say: Say): Html {
  const place = { language: frame.language, zone: frame.publication.zone }
  return html`<section id="history"><h2>${say('glossary.history')}</h2>
<ol class="at-desk" role="list">${changes.map(
    ({ version, kind, language, before, after, byId, at }) =>
      html`<li><p><span class="quiet">${say('glossary.version', { version })}</span> ${say(`glossary-change.${kind}`)}${language ? html` · ${nameOf(language, frame.language)}` : null}</p>
${before || after ? html`<p><bdi lang="${language ?? 'und'}">${before ? html`<del>${before}</del>` : null}${before && after ? arrowIn(language ?? frame.language) : null}${after ? html`<ins>${after}</ins>` : null}</bdi></p>` : null}
<p class="quiet"><span>${sentenceHtml(say, 'glossary.said', { by: html`<bdi>${(byId && people.get(byId)) ?? say('comment.nobody')}</bdi>`, when: dateTimeHtml(at, 'full', place) })}</span></p></li>
`,
  )}</ol></section>`
}
