import { paths } from '../../../addresses/paths.ts'
import type { Edition } from '../../../domain/articles/index.ts'
import type { PairedParagraph } from '../../../domain/translation/index.ts'
import { directionOf, nameOf } from '../../../kit/language.ts'
import { localeOf, type Say } from '../../../kit/sentences.ts'
import { dateTimeHtml } from '../../html/date-time.ts'
import { buttonForm, errorHtml, formHtml } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { layout } from '../../html/layout.ts'
import { sentenceHtml } from '../../html/sentence-html.ts'
import { type Html, html } from '../../html/template.ts'
import { stateHtml } from '../writing/state.ts'
import { engineHtml } from './engine-html.ts'
import { pairHtml, paragraphNames } from './pair.ts'
import type { TranslationShown } from './translation-shown.ts'

/** The translator's desk: an edition beside its original, paragraph by paragraph. */
export function translationPage(frame: Frame, shown: TranslationShown, say: Say): Html {
  const { edition, latest, original, error } = shown
  const { language } = frame
  const name = latest?.title || say('writing.untitled')
  const title = error ? say('form.refused-title', { title: name }) : name
  return layout(
    frame,
    { title: say('translation.page-title', { title }), desk: true },
    html`<div class="translating">
<nav class="above" aria-label="${say('desk.title')}"><a href="${paths.deskTranslations(language)}">${say('desk.translation')}</a>${shown.mayWrite ? html` <a href="${paths.deskEdition(edition.id, language)}">${say('translation.to-writing')}</a>` : null} ${stateHtml(edition.state, say)}</nav>
<h1 lang="${edition.language}" dir="${directionOf(edition.language)}">${name}</h1>
${doneHtml(frame, shown, say)}
${errorHtml('form-error', error)}
${lostHtml(shown, say)}
${original ? besideHtml(frame, shown, original, say) : html`<p>${say('translation.without-original')}</p>`}
${originalForm(frame, shown, say)}
</div>`,
    say,
  )
}

function doneHtml(frame: Frame, { done, other, isUnsaved, names, forms }: TranslationShown, say: Say): Html {
  const { language, publication } = frame
  const when = other && dateTimeHtml(other.at, 'short', { language, zone: publication.zone })
  const name = html`<bdi>${(other?.byId && names.get(other.byId)) || say('comment.nobody')}</bdi>`
  return html`${done ? html`<p class="done" role="status">${say(`translation-done.${done}`)}</p>` : null}
${
  other && when
    ? html`<div class="done held" role="status"><p>${sentenceHtml(say, other.isHere ? 'writing.held' : 'writing.left', { name, when })}</p>
${other.isHere ? buttonForm(forms.takeOver, language, say('writing.take-over')) : null}</div>`
    : null
}
${isUnsaved ? html`<div class="done unsaved"><p>${say('translation.unsaved')}</p>${buttonForm(forms.revision, language, say('translation.keep-revision'), 'primary')}</div>` : null}`
}

/** What was typed into a paragraph that says something else meanwhile. */
function lostHtml({ typed, paragraphs }: TranslationShown, say: Say): Html | null {
  if (!typed || paragraphs.some(({ wording }) => wording === typed.wording)) return null
  return html`<div class="done"><p>${say('translation.typed')}</p><blockquote dir="auto">${typed.words}</blockquote></div>`
}

function besideHtml(frame: Frame, shown: TranslationShown, original: Edition, say: Say): Html {
  const { edition, paragraphs, forms, isOpenOnly } = shown
  const { language } = frame
  const isOpen = ({ words, isStale, state, wording }: PairedParagraph) =>
    words === '' || isStale || state === 'machine' || hasOpen(shown, wording)
  const names = paragraphNames(paragraphs, say)
  const all = paragraphs.map((one, index) => ({ one, number: index + 1, label: names[index]!, original }))
  const listed = all.filter(({ one }) => !isOpenOnly || isOpen(one))
  return html`${shareHtml(frame, shown, say)}
${engineHtml(frame, shown, say)}
<translation-desk data-check="${paths.deskParagraphCheck(edition.id)}">
<p class="keys quiet" hidden>${say('translation.keys')}</p>
<div class="pair-heads" aria-hidden="true"><span>${nameOf(original.language, language)}</span><span>${nameOf(edition.language, language)}</span></div>
<ol class="pairs" role="list">
${listed.map((pair) => pairHtml(frame, shown, pair, say))}</ol>
<form class="form" id="reviewing" method="post" action="${forms.reviews.action}"><input type="hidden" name="key" value="${forms.reviews.key}"><input type="hidden" name="language" value="${language}">
<p class="buttons"><button class="plain">${say('translation.review-ticked')}</button></p></form>
</translation-desk>
${xliffHtml(frame, shown, say)}`
}

function hasOpen({ facts }: TranslationShown, wording: string): boolean {
  return [facts.misses, facts.unsettled].some((found) => (found.get(wording) ?? []).length > 0)
}

/** How far it is. */
function shareHtml({ language }: Frame, shown: TranslationShown, say: Say): Html {
  const { edition, original, share, waiting, unsettled, isOpenOnly } = shown
  const { all, missing, stale, reviewed, drafted, untouched } = share
  const percent = new Intl.NumberFormat(localeOf(language), { style: 'percent' }).format(
    drafted === 0 ? 0 : untouched / drafted,
  )
  const other = isOpenOnly
    ? paths.deskTranslation(edition.id, language)
    : `${paths.deskTranslation(edition.id, language)}&open=1`
  return html`<p class="share">${say('translation.share', { all, missing, stale, reviewed })}${drafted > 0 ? html` <b>${say('translation.untouched-share', { share: percent })}</b>` : null}${waiting > 0 ? html` <b class="at-gate">${say('gate.waiting', { count: waiting })}</b>` : null}${unsettled > 0 ? html` <b class="at-gate"><a href="${paths.deskEditionNames(original!.id, language)}">${say('gate.unsettled-names', { count: unsettled })}</a></b>` : null} <a href="${other}">${say(isOpenOnly ? 'translation.show-all' : 'translation.show-open')}</a></p>`
}

function originalForm(
  { language }: Frame,
  { edition, original, sisters, forms }: TranslationShown,
  say: Say,
): Html | null {
  const others = sisters.filter(({ id }) => id !== edition.id)
  if (others.length === 0) return null
  return html`<details class="original-of"${original ? null : html` open`}><summary>${say('translation.original')}</summary>
${formHtml(
  forms.original,
  language,
  null,
  html`<p class="hint">${say('translation.original-hint')}</p><p class="field"><label for="original">${say('translation.original')}</label>
<select id="original" name="original"><option value="">${say('translation.is-original')}</option>${others.map((one) => html`<option value="${one.id}"${one.id === original?.id ? html` selected` : null}>${nameOf(one.language, language)}</option>`)}</select></p>
<p class="buttons"><button class="plain">${say('particulars.save')}</button></p>`,
)}</details>`
}

/** The edition as a file for other programs, and back. */
function xliffHtml({ language }: Frame, { edition, forms }: TranslationShown, say: Say): Html {
  return html`<details class="xliff"><summary>${say('xliff.title')}</summary>
<p><a href="${paths.deskXliff(edition.id, language)}" download>${say('xliff.out')}</a></p>
${formHtml(
  { ...forms.xliff, hasFiles: true },
  language,
  null,
  html`<p class="field"><label for="file">${say('xliff.file')}</label>
<input id="file" name="file" type="file" accept=".xlf,.xliff,application/xliff+xml"></p>
<p class="buttons"><button class="plain">${say('xliff.in')}</button></p>`,
)}</details>`
}
