import { paths } from '../../../addresses/paths.ts'
import type { AuditEntry, AuditState } from '../../../domain/audit/index.ts'
import { nameOf } from '../../../kit/language.ts'
import { localeOf, type Say } from '../../../kit/sentences.ts'
import { arrowIn } from '../../html/arrow.ts'
import { dateTimeHtml } from '../../html/date-time.ts'
import type { Frame } from '../../html/frame.ts'
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

/** What stood and what stands since; one of them where nothing differs, or there was nothing. */
function changeHtml(field: string, before: AuditState | null, after: AuditState | null, reader: Reader): Html {
  const { say } = reader
  const [was, is] = [before, after].map((state) => state && field in state && valueIn(field, state[field]!, reader))
  const changed = was && is && was !== is
  return html`<p class="quiet">${say(`audit-field.${field}`)}: ${changed ? html`<del>${was}</del>${arrowIn(reader.language)}<ins>${is}</ins>` : is || was}</p>
`
}

function valueIn(field: string, value: AuditState[string], { language, say }: Reader): string {
  if (field === 'state') return say(`edition-state.${value}`)
  if (field === 'role') return say(`role-name.${value}`)
  if (!Array.isArray(value)) return String(value ?? '–')
  if (value.length === 0) return say('audit.all')
  const names = field === 'languages' ? value.map((one) => nameOf(one, language)) : value
  return new Intl.ListFormat(localeOf(language), { type: 'unit' }).format(names)
}
