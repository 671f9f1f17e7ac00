import { paths } from '../../../addresses/paths.ts'
import type { Edition, EditionWords, Revision } from '../../../domain/articles/index.ts'
import { directionOf } from '../../../kit/language.ts'
import type { Say } from '../../../kit/sentences.ts'
import type { ChangedLine, Run } from '../../../text/word-changes.ts'
import { buttonForm, type FormTarget } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'

export interface RevisionShown {
  edition: Edition
  revision: Revision
  before: Revision | undefined
  latest: Revision | undefined
  /** Those with which it can be compared. */
  numbers: readonly number[]
  parts: readonly { part: keyof EditionWords; lines: readonly ChangedLine[] }[]
  restoration: FormTarget
}

/** So many lines that are the same stand around those that are not. */
const AROUND = 1

/** Two revisions side by side, what differs marked by words. */
export function revisionPage(frame: Frame, shown: RevisionShown, say: Say): Html {
  const { edition, revision, before, latest, parts, restoration } = shown
  const { language } = frame
  const changed = parts.filter(({ lines }) => lines.some(({ isChanged }) => isChanged))
  return deskPage(
    frame,
    say('revisions.number', { number: revision.number }),
    html`<p class="tools"><a href="${paths.deskEdition(edition.id, language)}">${say('writing.go-on')}</a> <a href="${paths.deskRevisions(edition.id, language)}">${say('revisions.title')}</a> <a href="${paths.deskPreview(edition.id, language, revision.number)}">${say('revisions.preview')}</a></p>
${revision.aside === 1 ? html`<p class="done" role="note">${say('revisions.aside-hint')}</p>` : null}
${comparedWith(frame, shown, say)}
${changed.length === 0 ? html`<p class="nobody-yet">${say('revisions.same')}</p>` : null}
<div class="compared" lang="${edition.language}" dir="${directionOf(edition.language)}">
${changed.map(({ part, lines }) => partHtml(language, part, lines, { before, revision }, say))}</div>
${revision.id === latest?.id ? null : html`<p>${say('revisions.restore-hint')}</p>${buttonForm(restoration, language, say('revisions.restore'), 'primary')}`}`,
    say,
    'writing',
  )
}

function comparedWith({ language }: Frame, { edition, revision, before, numbers }: RevisionShown, say: Say): Html {
  const others = numbers.filter((number) => number !== revision.number)
  if (others.length === 0) return html``
  const [path] = paths.deskRevision(edition.id, revision.number, language).split('?')
  return html`<form class="filters" action="${path}"><input type="hidden" name="language" value="${language}">
<p class="field"><label for="beside">${say('revisions.beside')}</label>
<select id="beside" name="beside">${others.map((number) => html`<option value="${number}"${number === before?.number ? html` selected` : null}>${say('revisions.number', { number })}</option>`)}</select></p>
<button class="plain">${say('audit.show')}</button></form>`
}

function partHtml(
  language: string,
  part: keyof EditionWords,
  lines: readonly ChangedLine[],
  { before, revision }: Pick<RevisionShown, 'before' | 'revision'>,
  say: Say,
): Html {
  const shown = lines.map((_, index) =>
    lines.slice(Math.max(0, index - AROUND), index + AROUND + 1).some((l) => l.isChanged),
  )
  return html`<table><caption lang="${language}">${say(`writing.${part}`)}</caption>
<thead><tr lang="${language}"><th scope="col">${before ? say('revisions.number', { number: before.number }) : '–'}</th><th scope="col">${say('revisions.number', { number: revision.number })}</th></tr></thead>
<tbody>${lines.map((line, index) => {
    if (shown[index])
      return html`<tr><td>${line.before.map((run) => runHtml(run, 'del'))}</td><td>${line.after.map((run) => runHtml(run, 'ins'))}</td></tr>
`
    return index === 0 || shown[index - 1]
      ? html`<tr class="skipped"><td>…</td><td>…</td></tr>
`
      : null
  })}</tbody></table>`
}

function runHtml({ words, isChanged }: Run, tag: 'del' | 'ins'): Html {
  if (!isChanged) return html`${words}`
  return tag === 'del' ? html`<del>${words}</del>` : html`<ins>${words}</ins>`
}
