import { paths } from '../../../addresses/paths.ts'
import { PARTY_KINDS } from '../../../domain/sources/index.ts'
import { nameOf } from '../../../kit/language.ts'
import type { Say } from '../../../kit/sentences.ts'
import { type FormTarget, fieldHtml, formHtml, wordsField } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'
import { type MergingShown, mergingHtml } from './merging.ts'
import { type NamesTyped, namesHtml } from './names-fields.ts'

/** Roles row by row: for each of `since` as many `titles` as there are languages. */
export interface RolesTyped {
  titles: readonly string[]
  since: readonly string[]
  until: readonly string[]
}

export interface PartyTyped extends NamesTyped, RolesTyped {
  kind: string
  /** Addresses, one a line. */
  sameAs: string
}

export interface PartyShown {
  key: string | null
  title: string
  typed: PartyTyped
  /** In which titles are said. */
  languages: readonly string[]
  sending: FormTarget
  errors: Readonly<Record<string, string>>
  error: string | null
  merging: MergingShown | null
  done: boolean
}

/** Somebody who is quoted: their names, and what they were when. */
export function partyPage(frame: Frame, data: PartyShown, say: Say): Html {
  const { language } = frame
  const { key, title, typed, sending, errors, error, merging, done } = data
  const kinds = PARTY_KINDS.map(
    (kind) =>
      html`<label class="choice"><input type="radio" name="kind" value="${kind}"${kind === typed.kind ? html` checked` : null}> ${say(`party-kind.${kind}`)}</label>
`,
  )
  const inside = html`${namesHtml(typed, language, errors.names, say)}
<fieldset><legend>${say('cited.kind')}</legend>${kinds}</fieldset>
${rolesHtml(data, language, say)}
${wordsField({ name: 'sameAs', label: say('cited.same-as'), value: typed.sameAs, hint: say('cited.same-as-hint'), error: errors.sameAs ?? null, rows: 3, optional: true })}
<p class="buttons"><button class="primary">${say('cited.save')}</button></p>`
  return deskPage(
    frame,
    title,
    html`${done ? html`<p class="done" role="status">${say('staff.done')}</p>` : null}
<p class="tools"><a href="${paths.deskParties(language)}">${say('desk.parties')}</a>${key === null ? null : html` · <a href="${paths.party(language, key)}">${say('cited.public')}</a>`}</p>
${formHtml(sending, language, error ?? errors.kind ?? null, inside)}
${merging && mergingHtml(frame, merging, say)}`,
    say,
  )
}

function rolesHtml({ typed, languages }: PartyShown, language: string, say: Say): Html {
  const rows = [...typed.since.keys(), typed.since.length]
  const row = (at: number) => html`<div class="role">${languages.map((tag, which) =>
    fieldHtml({
      name: 'titles',
      id: `title-${at}-${which}`,
      label: say('parties.title', { language: nameOf(tag, language) }),
      value: typed.titles[at * languages.length + which] ?? '',
      optional: true,
    }),
  )}
<div class="days">${fieldHtml({ name: 'since', id: `since-${at}`, label: say('parties.since'), type: 'date', value: typed.since[at] ?? '', optional: true })}
${fieldHtml({ name: 'until', id: `until-${at}`, label: say('parties.until'), type: 'date', value: typed.until[at] ?? '', optional: true })}</div></div>
`
  return html`<fieldset><legend>${say('parties.roles')}</legend><p class="hint">${say('parties.roles-hint')}</p>
${rows.map(row)}</fieldset>`
}
