import { paths } from '../../../addresses/paths.ts'
import type { Names } from '../../../domain/articles/index.ts'
import {
  formIn,
  PARTIES,
  PARTY_KINDS,
  type PartyDraft,
  type PartyKind,
  type PartyRole,
} from '../../../domain/sources/index.ts'
import { type Language, nameOf } from '../../../kit/language.ts'
import { fieldHtml } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { type Html, html } from '../../html/template.ts'
import { text, list as texts } from '../../http/shapes.ts'
import type { CitedDesk, CitedTyped, FieldsShown } from './cited-desk.ts'
import { lines } from './cited-form.ts'
import { citedResource } from './cited-resource.ts'
import { formsFrom, NAMES_FORM } from './names-fields.ts'

/** Roles row by row: for each of `since` as many `titles` as there are languages. */
interface PartyTyped extends CitedTyped {
  titles: readonly string[]
  since: readonly string[]
  until: readonly string[]
}

const DESK: CitedDesk<'party', PartyDraft, PartyTyped> = {
  sort: PARTIES,
  form: { ...NAMES_FORM, kind: text, titles: texts, since: texts, until: texts, sameAs: text },
  nothing: { kind: 'person', titles: [], since: [], until: [], sameAs: '' },
  typedOf: ({ kind, roles, sameAs }, frame) => ({
    kind,
    titles: roles.flatMap(({ titles }) => languagesOf(frame).map((tag) => titles[tag] ?? '')),
    since: roles.map(({ since }) => since ?? ''),
    until: roles.map(({ until }) => until ?? ''),
    sameAs: sameAs.join('\n'),
  }),
  draftOf: ({ kind, sameAs, titles, since, until, ...names }, frame) => ({
    kind: kind as PartyKind,
    roles: rolesFrom({ titles, since, until }, languagesOf(frame)),
    sameAs: lines(sameAs),
    forms: formsFrom(names),
  }),
  fields: (shown) => html`<fieldset><legend>${shown.say('cited.kind')}</legend>${PARTY_KINDS.map(
    (kind) =>
      html`<label class="choice"><input type="radio" name="kind" value="${kind}"${kind === shown.typed.kind ? html` checked` : null}> ${shown.say(`party-kind.${kind}`)}</label>
`,
  )}</fieldset>
${rolesHtml(shown)}`,
  about: ({ kind, roles }, language, say) => [say(`party-kind.${kind}`), titleOf(roles, language)],
  words: { list: 'desk.parties', hint: 'parties.hint', adding: 'parties.new' },
  paths: {
    one: paths.deskParty,
    all: paths.deskParties,
    adding: paths.deskNewParty,
    merge: paths.deskPartyMerge,
    forReaders: paths.party,
  },
}

function languagesOf({ publication }: Frame): Language[] {
  return publication.languages.map(({ language }) => language as Language)
}

/** Titles come language by language for each role. */
function rolesFrom(
  { titles, since, until }: Pick<PartyTyped, 'titles' | 'since' | 'until'>,
  languages: readonly Language[],
): PartyRole[] {
  return since.map((from, at) => {
    const own = languages.map((language, which) => [language, titles[at * languages.length + which] ?? ''])
    return { titles: Object.fromEntries(own) as Names, since: from, until: until[at] ?? '' }
  })
}

function titleOf(roles: readonly PartyRole[], language: string): string {
  const titles = Object.entries(roles[0]?.titles ?? {}).map(([tag, name]) => {
    return { language: tag as Language, name, locked: 0 as const }
  })
  return formIn(titles, language as Language)
}

function rolesHtml({ typed, frame, say }: FieldsShown<PartyTyped>): Html {
  const languages = languagesOf(frame)
  const rows = [...typed.since.keys(), typed.since.length]
  const row = (at: number) => html`<div class="held-role">${languages.map((tag, which) =>
    fieldHtml({
      name: 'titles',
      id: `title-${at}-${which}`,
      label: say('parties.title', { language: nameOf(tag, frame.language) }),
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

/** Those who are quoted, at the desk, address by address. */
export const { list, form, create, show, save, mergeInto } = citedResource(DESK)
