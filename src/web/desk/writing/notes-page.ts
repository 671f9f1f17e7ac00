import { paths } from '../../../addresses/paths.ts'
import type { ListedNote } from '../../../domain/articles/index.ts'
import { directionOf } from '../../../kit/language.ts'
import type { Say } from '../../../kit/sentences.ts'
import { dateTimeHtml } from '../../html/date-time.ts'
import { errorHtml, type FormTarget, formHtml, WRONG_FIELD } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { sentenceHtml } from '../../html/sentence-html.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'

export type NoteTyped = Readonly<Record<'quote' | 'words' | 'instead' | 'change', string>>

export interface NotesShown {
  edition: { id: number; language: string; title: string }
  open: readonly (ListedNote & { line: number | null; ending: FormTarget })[]
  ended: readonly ListedNote[]
  typed: NoteTyped
  sending: FormTarget
  errors: Readonly<Record<string, string>>
  error: string | null
}

/** What editors tell each other about words of an edition, in the order of the text, and room for another note. */
export function notesPage(frame: Frame, shown: NotesShown, say: Say): Html {
  const { language } = frame
  const { edition, open, ended } = shown
  return deskPage(
    frame,
    say('margin-note.title'),
    html`<p class="tools"><a href="${paths.deskEdition(edition.id, language)}"><bdi>${edition.title || say('writing.untitled')}</bdi></a></p>
${open.length === 0 ? html`<p class="nobody-yet">${say('margin-note.none')}</p>` : null}
<ol class="margin-notes" role="list">${open.map(
      (note) => html`<li id="note-${note.id}">${noteHtml(frame, edition, note, say)}${endingHtml(frame, note, say)}</li>
`,
    )}</ol>
${noteForm(frame, shown, say)}
${
  ended.length > 0
    ? html`<details><summary>${say('margin-note.ended', { count: ended.length })}</summary>
<ol class="margin-notes" role="list">${ended.map(
        (note) => html`<li>${noteHtml(frame, edition, note, say)}${endedHtml(frame, note, say)}</li>
`,
      )}</ol></details>`
    : null
}`,
    say,
    'writing',
  )
}

type Edition = NotesShown['edition']

function noteHtml(frame: Frame, edition: Edition, note: ListedNote & { line?: number | null }, say: Say): Html {
  const { language, publication } = frame
  const when = dateTimeHtml(note.at, 'short', { language, zone: publication.zone })
  const written = html`lang="${edition.language}" dir="${directionOf(edition.language)}"`
  const place =
    note.line === undefined
      ? null
      : note.line === null
        ? say('margin-note.orphaned')
        : say('margin-note.line', { line: note.line })
  return html`<blockquote ${written}>${note.quote}</blockquote>
${note.instead === null ? null : html`<p class="suggested" ${written}>${note.instead === '' ? html`<del>${note.quote}</del>` : html`<del>${note.quote}</del> <ins>${note.instead}</ins>`}</p>`}
${note.words ? html`<p dir="auto">${note.words}</p>` : null}
<p class="quiet">${place ? html`<span>${place}</span> · ` : null}${sentenceHtml(say, 'margin-note.by', { by: html`<bdi>${note.by ?? say('comment.nobody')}</bdi>`, when })}</p>`
}

function endingHtml({ language }: Frame, { instead, line, ending }: NotesShown['open'][number], say: Say): Html {
  const button = (outcome: string, kind: 'primary' | 'plain' = 'plain') =>
    html`<button class="${kind}" name="outcome" value="${outcome}">${say(`margin-note-end.${outcome}`)}</button>`
  if (instead === null) return formHtml(ending, language, null, button('resolved'))
  return formHtml(ending, language, null, html`${line === null ? null : button('taken', 'primary')} ${button('left')}`)
}

function endedHtml({ language, publication }: Frame, note: ListedNote, say: Say): Html {
  const when = dateTimeHtml(note.endedAt!, 'short', { language, zone: publication.zone })
  const by = html`<bdi>${note.endedBy ?? say('comment.nobody')}</bdi>`
  return html`<p class="quiet">${sentenceHtml(say, `margin-note-ended.${note.outcome}`, { by, when })}</p>`
}

function noteForm({ language }: Frame, { typed, sending, errors, error }: NotesShown, say: Say): Html {
  const area = (name: 'quote' | 'words' | 'instead', rows: number) =>
    html`<p class="field"><label for="${name}">${say(`margin-note.${name}`)}</label>
<textarea id="${name}" name="${name}" rows="${rows}" dir="auto" aria-describedby="${errors[name] ? `${name}-error ` : null}${name}-hint"${errors[name] ? WRONG_FIELD : null}>
${typed[name]}</textarea><span class="hint" id="${name}-hint">${say(`margin-note.${name}-hint`)}</span></p>${errorHtml(`${name}-error`, errors[name])}`
  return html`<section id="new-note"><h2>${say('margin-note.new')}</h2>${formHtml(
    sending,
    language,
    error,
    html`${area('quote', 2)}${area('words', 3)}
<p class="field"><label><input type="checkbox" name="change" value="1"${typed.change ? html` checked` : null}> ${say('margin-note.change')}</label></p>
${area('instead', 2)}
<p class="buttons"><button class="primary">${say('margin-note.add')}</button></p>`,
  )}</section>`
}
