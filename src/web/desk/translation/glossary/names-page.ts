import { paths } from '../../../../addresses/paths.ts'
import type { Edition } from '../../../../domain/articles/index.ts'
import type { EntryKind, GlossaryEntry } from '../../../../domain/translation/index.ts'
import { directionOf, nameOf } from '../../../../kit/language.ts'
import type { Say } from '../../../../kit/sentences.ts'
import { arrowIn } from '../../../html/arrow.ts'
import { errorHtml, type FormTarget, fieldHtml, formHtml } from '../../../html/fields.ts'
import type { Frame } from '../../../html/frame.ts'
import { deskPage } from '../../../html/small-page.ts'
import { type Html, html } from '../../../html/template.ts'
import { choice, kindOptions } from './choices.ts'
import { proposalsHtml } from './proposals-html.ts'

export interface CandidateShown {
  form: string
  forms: readonly string[]
  kind: EntryKind
  count: number
  context: string
  others: readonly { language: string; proposals: readonly { form: string; scheme: string }[] }[]
  target: FormTarget
}

export interface NamesShown {
  edition: Pick<Edition, 'id' | 'language'>
  title: string
  candidates: readonly CandidateShown[]
  /** For all of them at once. */
  target: FormTarget
  known: readonly { entry: GlossaryEntry; count: number }[]
  old: readonly { entryId: number; old: string; now: string }[]
  done: string | undefined
  error: string | null
}

/** The names of an article: those that nobody has settled, and those of the glossary. */
export function namesPage(frame: Frame, data: NamesShown, say: Say): Html {
  const { edition, title, candidates, known, done, error } = data
  const { language } = frame
  return deskPage(
    frame,
    say('names.title'),
    html`${done ? html`<p class="done" role="status">${say(`names-done.${done}`)}${leftOpen(data) ? html` ${say('names.left-open')}` : null}</p>` : null}
${errorHtml('form-error', error)}
<p class="tools"><a href="${paths.deskEdition(edition.id, language)}" lang="${edition.language}" dir="${directionOf(edition.language)}">${title || say('writing.untitled')}</a> <span class="quiet">${nameOf(edition.language, language)}</span> <a href="${paths.deskGlossary(language)}">${say('desk.glossary')}</a></p>
${oldHtml(frame, data, say)}
<section id="candidates"><h2>${say('names.unsettled', { count: candidates.length })}</h2>
<p>${say('names.hint')}</p>
${allHtml(frame, data, say)}
${candidates.map((one, at) => candidateHtml(frame, edition.language, one, at, say))}</section>
<section id="known"><h2>${say('names.known', { count: known.length })}</h2>
<ul class="at-desk" role="list">${known.map(({ entry, count }) => knownHtml(frame, edition.language, entry, count, say))}</ul></section>`,
    say,
    'writing',
  )
}

/** Whether the names that were settled at once have some among them that stayed proposals. */
function leftOpen({ done, known, edition }: NamesShown): boolean {
  const isOpen = ({ forms }: GlossaryEntry) =>
    forms.some(({ language, isLocked }) => language === edition.language && !isLocked)
  return done === 'all' && known.some(({ entry }) => isOpen(entry))
}

function oldHtml({ language }: Frame, { old, edition }: NamesShown, say: Say): Html | null {
  if (old.length === 0) return null
  const once = [...new Map(old.map((one) => [`${one.entryId} ${one.old}`, one])).values()]
  const dir = directionOf(edition.language)
  return html`<section id="old"><h2>${say('names.old')}</h2>
<ul class="at-desk" role="list">${once.map(
    ({ entryId, old, now }) =>
      html`<li><p><del lang="${edition.language}" dir="${dir}">${old}</del>${arrowIn(language)}<a href="${paths.deskName(entryId, language)}"><ins lang="${edition.language}" dir="${dir}">${now}</ins></a></p></li>
`,
  )}</ul></section>`
}

/** What is done with all that are left. */
function allHtml({ language }: Frame, { candidates, target }: NamesShown, say: Say): Html | null {
  if (candidates.length < 2) return null
  const count = candidates.length
  return formHtml(
    target,
    language,
    null,
    html`<p class="buttons"><button class="plain" name="act" value="all">${say('names.all', { count })}</button> <button class="plain" name="act" value="rest">${say('names.rest', { count })}</button></p>`,
  )
}

function candidateHtml(frame: Frame, written: string, candidate: CandidateShown, at: number, say: Say): Html {
  const { form, forms, kind, count, context, others, target } = candidate
  const id = (name: string) => `${name}-${at}`
  const dir = directionOf(written)
  return html`<section class="name-form"><h3 lang="${written}" dir="${dir}">${form}</h3>
<p class="quiet">${say('glossary.times', { count })}</p>
<blockquote lang="${written}" dir="${dir}">${context}</blockquote>
${formHtml(
  target,
  frame.language,
  null,
  html`${forms.map((one) => html`<input type="hidden" name="stands" value="${one}">`)}<div class="pair">${fieldHtml({ name: 'form', id: id('form'), label: nameOf(written, frame.language), value: form })}
${choice({ name: 'kind', id: id('kind'), label: say('glossary.kind') }, kindOptions(say), kind)}</div>
${others.map(
  ({ language, proposals }, number) => html`<input type="hidden" name="inLanguage" value="${language}">
${fieldHtml({ name: 'inForm', id: id(`in-${number}`), label: nameOf(language, frame.language), value: proposals[0]?.form ?? '', optional: true })}
${proposals.length > 1 ? proposalsHtml(proposals, language, say) : null}`,
)}
<p class="buttons"><button class="primary" name="act" value="settle">${say('names.settle')}</button> <button class="plain" name="act" value="keep">${say('names.keep')}</button> <button class="plain" name="act" value="none">${say('names.none')}</button></p>`,
)}</section>
`
}

function knownHtml({ language }: Frame, written: string, entry: GlossaryEntry, count: number, say: Say): Html {
  const form = entry.forms.find((one) => one.language === written) ?? entry.forms[0]!
  return html`<li><p><a href="${paths.deskName(entry.id, language)}" lang="${form.language}" dir="${directionOf(form.language)}">${form.form}</a> <span class="quiet">${say(`name-kind.${entry.kind}`)}</span> <span class="quiet">${say('glossary.times', { count })}</span></p></li>
`
}
