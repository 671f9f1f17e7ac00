import type { CitedDraft, MergedKind } from '../../../domain/sources/index.ts'
import type { Say } from '../../../kit/sentences.ts'
import { type FormTarget, formHtml, wordsField } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'
import type { CitedDesk, CitedTyped } from './cited-desk.ts'
import { type MergingShown, mergingHtml } from './merging.ts'
import { namesHtml } from './names-fields.ts'

export interface CitedFormShown<Typed> {
  title: string
  /** Its page for readers; null for a new one. */
  forReaders: string | null
  typed: Typed
  sending: FormTarget
  errors: Readonly<Record<string, string>>
  error: string | null
  merging: MergingShown | null
  done: boolean
}

/** An outlet, or somebody who is quoted: under which names, as what, and what was merged into it. */
export function citedForm<Kind extends MergedKind, Draft extends CitedDraft, Typed extends CitedTyped>(
  frame: Frame,
  { fields, words, paths }: CitedDesk<Kind, Draft, Typed>,
  shown: CitedFormShown<Typed>,
  say: Say,
): Html {
  const { language } = frame
  const { title, forReaders, typed, sending, errors, error, merging, done } = shown
  const inside = html`${namesHtml(typed, language, errors.names, say)}
${fields({ typed, errors, frame, say })}
${wordsField({ name: 'sameAs', label: say('cited.same-as'), value: typed.sameAs, hint: say('cited.same-as-hint'), error: errors.sameAs ?? null, rows: 3, optional: true })}
<p class="buttons"><button class="primary">${say('cited.save')}</button></p>`
  return deskPage(
    frame,
    title,
    html`${done ? html`<p class="done" role="status">${say('staff.done')}</p>` : null}
<p class="tools"><a href="${paths.all(language)}">${say(words.list)}</a>${forReaders ? html` · <a href="${forReaders}">${say('cited.public')}</a>` : null}</p>
${formHtml(sending, language, error ?? errors.kind ?? null, inside)}
${merging && mergingHtml(frame, merging, say)}`,
    say,
  )
}

/** What stands on lines of their own. */
export function lines(typed: string): string[] {
  return typed.split('\n').flatMap((line) => line.trim() || [])
}
