import { paths } from '../../../../addresses/paths.ts'
import type { EntryKind, GlossaryEntry } from '../../../../domain/translation/index.ts'
import { directionOf, nameOf } from '../../../../kit/language.ts'
import type { Say } from '../../../../kit/sentences.ts'
import { type FormTarget, fieldHtml, formHtml } from '../../../html/fields.ts'
import type { Frame } from '../../../html/frame.ts'
import { deskPage } from '../../../html/small-page.ts'
import { type Html, html } from '../../../html/template.ts'
import { choice, kindOptions, languageOptions } from './choices.ts'

/** What was typed into the form for a new name. */
export interface Typed {
  kind: EntryKind
  within: string
  form: string
  note: string
  isLocked: boolean
}

export interface GlossaryShown {
  entries: readonly GlossaryEntry[]
  all: number
  version: number
  filter: { q: string; only: string; within: string }
  older: string | null
  adding: FormTarget
  typed: Typed
  errors: Readonly<Record<string, string>>
  error: string | null
  mayImport: boolean
  done: 'removed' | 'imported' | undefined
  counts: { added: number; changed: number; same: number; out: number }
}

/** The names that are the same in every language, with a search, and a form to add one. */
export function glossaryPage(frame: Frame, data: GlossaryShown, say: Say): Html {
  const { entries, all, version, older } = data
  return deskPage(
    frame,
    say('desk.glossary'),
    html`${doneHtml(data, say)}
<p>${say('glossary.hint')}</p>
${filtersHtml(frame, data, say)}
<section id="list"><h2>${say('glossary.list', { count: all })}</h2>
<p class="tools quiet">${version > 0 ? html`<span>${say('glossary.version', { version })}</span> ` : null}${filesHtml(frame, data, say)}</p>
${entries.length === 0 ? html`<p class="nobody-yet">${say(all === 0 ? 'glossary.nobody-yet' : 'glossary.none-found')}</p>` : null}
<ol class="names" role="list">${entries.map((entry) => entryHtml(frame, entry, say))}</ol>
${older ? html`<a class="more" rel="next" href="${older}">${say('glossary.older')}</a>` : null}</section>
${addingHtml(frame, data, say)}`,
    say,
    'writing',
  )
}

function doneHtml({ done, counts }: GlossaryShown, say: Say): Html | null {
  if (!done) return null
  return html`<p class="done" role="status">${done === 'imported' ? say('glossary.import-done', counts) : say('glossary-done.removed')}</p>`
}

function filtersHtml(frame: Frame, { filter }: GlossaryShown, say: Say): Html {
  const { language } = frame
  const any = ['', say('glossary.any')] as const
  return html`<form class="filters" action="${paths.deskGlossary()}" role="search"><input type="hidden" name="language" value="${language}">
${fieldHtml({ name: 'q', label: say('glossary.search'), type: 'search', value: filter.q, optional: true })}
${choice({ name: 'only', label: say('glossary.kind') }, [any, ...kindOptions(say)], filter.only)}
${choice({ name: 'within', id: 'within-filter', label: say('glossary.language') }, [any, ...languageOptions(frame, filter.within ? [filter.within] : [])], filter.within)}
<button class="plain">${say('audit.show')}</button></form>`
}

function filesHtml({ language }: Frame, { all, mayImport }: GlossaryShown, say: Say): Html {
  const out =
    all === 0
      ? null
      : html`<a href="${paths.deskGlossaryFile('csv')}" download>${say('glossary.as-csv')}</a> <a href="${paths.deskGlossaryFile('tbx', language)}" download>${say('glossary.as-tbx')}</a>`
  const into = mayImport
    ? html` <a href="${paths.deskGlossaryFile(undefined, language)}">${say('glossary.import')}</a>`
    : null
  return html`${out}${into}`
}

function entryHtml({ language }: Frame, { id, kind, note, forms }: GlossaryEntry, say: Say): Html {
  const shown = forms.find((one) => one.language === language) ?? forms[0]
  return html`<li><h3><a href="${paths.deskName(id, language)}" lang="${shown?.language ?? language}" dir="auto">${shown?.form ?? id}</a></h3>
<p class="quiet">${say(`name-kind.${kind}`)}${note ? html` · <bdi>${note}</bdi>` : null}</p>
<ul class="forms" role="list">${forms.map(
    (one) =>
      html`<li><span class="quiet">${nameOf(one.language, language)}</span> <span lang="${one.language}" dir="${directionOf(one.language)}">${one.form}</span> <span class="state ${one.isLocked ? 'locked' : 'proposed'}">${say(`form-state.${one.isLocked ? 'locked' : 'proposed'}`)}</span></li>`,
  )}</ul></li>
`
}

function addingHtml(frame: Frame, { adding, typed, errors, error }: GlossaryShown, say: Say): Html {
  return html`<section id="adding"><h2>${say('glossary.add')}</h2>
${formHtml(
  adding,
  frame.language,
  error,
  html`${choice({ name: 'kind', label: say('glossary.kind') }, kindOptions(say), typed.kind)}
${choice({ name: 'within', label: say('glossary.language') }, languageOptions(frame, typed.within ? [typed.within] : []), typed.within)}
${fieldHtml({ name: 'form', label: say('glossary.form'), value: typed.form, hint: say('glossary.form-hint'), error: errors.form })}
${fieldHtml({ name: 'note', label: say('glossary.note'), value: typed.note, error: errors.note, optional: true })}
<p class="tick"><label class="choice"><input type="checkbox" name="locked" value="1"${typed.isLocked ? html` checked` : null}> <span>${say('glossary.lock')}</span></label></p>
<p class="buttons"><button class="primary">${say('glossary.submit')}</button></p>`,
)}</section>`
}
