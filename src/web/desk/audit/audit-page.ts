import { paths } from '../../../addresses/paths.ts'
import type { AuditEntry, AuditState } from '../../../domain/audit/index.ts'
import { nameOf } from '../../../kit/language.ts'
import type { Say } from '../../../kit/sentences.ts'
import { arrowIn } from '../../html/arrow.ts'
import { dateTimeHtml } from '../../html/date-time.ts'
import type { Frame } from '../../html/frame.ts'
import { listHtml } from '../../html/list-html.ts'
import { sentenceHtml } from '../../html/sentence-html.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'

export interface AuditShown {
  entries: readonly AuditEntry[]
  names: ReadonlyMap<number, string>
  /** The page of earlier ones, where there are any. */
  older: string | null
  /** What can be asked for alone, and what is. */
  acts: readonly string[]
  act: string | null
  only: { id: number; name: string } | null
}

/** What was done, each entry with who, when, to whom, and what it changed. */
export function auditPage(frame: Frame, data: AuditShown, say: Say): Html {
  const { entries, older } = data
  return deskPage(
    frame,
    say('desk.audit'),
    html`<p>${say('audit.hint')}</p>
${filterForm(frame, data, say)}
${entries.length === 0 ? html`<p class="nobody-yet">${say('audit.none')}</p>` : null}
<ol class="notices" role="list">
${entries.map((entry) => entryHtml(frame, entry, data, say))}</ol>
${older ? html`<a class="more" rel="next" href="${older}">${say('audit.older')}</a>` : null}`,
    say,
  )
}

function filterForm({ language }: Frame, { acts, act, only }: AuditShown, say: Say): Html {
  const option = (value: string, words: string) =>
    html`<option value="${value}"${value === (act ?? '') ? html` selected` : null}>${words}</option>`
  return html`<form class="form" action="${paths.deskAudit()}"><input type="hidden" name="language" value="${language}">
${only && html`<input type="hidden" name="person" value="${only.id}"><p>${sentenceHtml(say, 'audit.only-about', { name: html`<b><bdi>${only.name}</bdi></b>` })} <a href="${paths.deskAudit(language, act ? { act } : {})}">${say('audit.everybody')}</a></p>`}
<p class="field"><label for="act">${say('audit.act')}</label>
<select id="act" name="act">${option('', say('audit.any'))}${acts.map((name) => option(name, say(`act-name.${name}`)))}</select></p>
<p class="buttons"><button class="plain">${say('audit.show')}</button></p></form>`
}

function entryHtml(frame: Frame, entry: AuditEntry, { names }: AuditShown, say: Say): Html {
  const { language, publication } = frame
  const { at, act, byId, aboutId, before, after } = entry
  const person = (id: number) =>
    html`<a href="${paths.deskAudit(language, { person: id })}"><bdi>${names.get(id) ?? id}</bdi></a>`
  const by = byId === null ? html`${say('staff.operator')}` : person(byId)
  const about = aboutId === null ? html`` : person(aboutId)
  return html`<li><p>${sentenceHtml(say, 'audit.entry', { act: sentenceHtml(say, `act.${act}`, { about }), by })}</p>
<p class="quiet">${dateTimeHtml(at, 'full', { language, zone: publication.zone })}</p>
${fieldsOf(before, after).map((field) => changeHtml(field, before, after, { language, say }))}</li>
`
}

function fieldsOf(before: AuditState | null, after: AuditState | null): string[] {
  return [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
}

interface Reader {
  language: string
  say: Say
}

type Value = AuditState[string]

/** What stood and what stands since; one of them where nothing differs, or there was nothing. */
function changeHtml(field: string, before: AuditState | null, after: AuditState | null, reader: Reader): Html {
  const none = 'role' in { ...before, ...after } ? reader.say('audit.all') : '–'
  const shown = (value: Value | undefined) => value !== undefined && valueIn(field, value, none, reader)
  const [was, is] = [before?.[field], after?.[field]]
  const changed = was !== undefined && is !== undefined && String(shown(was)) !== String(shown(is))
  return html`<p class="quiet">${reader.say(`audit-field.${field}`)}: ${changed ? differenceHtml(differing(was, is, none === '–').map(shown), reader.language) : shown(is) || shown(was)}</p>
`
}

function differenceHtml([gone, come]: readonly (Html | false)[], language: string): Html {
  return html`${gone && html`<del>${gone}</del>`}${gone && come && arrowIn(language)}${come && html`<ins>${come}</ins>`}`
}

/** Of two lists what only one of them has, unless the order alone differs, or an empty one means everything. */
function differing(was: Value, is: Value, isNamed: boolean): (Value | undefined)[] {
  if (!isNamed || !Array.isArray(was) || !Array.isArray(is)) return [was, is]
  const [gone, come] = [was.filter((one) => !is.includes(one)), is.filter((one) => !was.includes(one))]
  if (gone.length + come.length === 0) return [was, is]
  return [gone, come].map((names) => (names.length > 0 ? names : undefined))
}

function valueIn(field: string, value: Value, none: string, { language, say }: Reader): Html {
  if (field === 'state') return html`${say(`edition-state.${value}`)}`
  if (field === 'role') return html`${say(`role-name.${value}`)}`
  if (!Array.isArray(value)) return html`${value ?? '–'}`
  if (value.length === 0) return html`${none}`
  return listHtml(field === 'languages' ? value.map((one) => nameOf(one, language)) : value, language)
}
