import { BYLINE_ROLES } from '../../../domain/articles/index.ts'
import type { Say } from '../../../kit/sentences.ts'
import { errorHtml, type FormTarget, fieldHtml, formHtml, WRONG_FIELD } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { type Html, html } from '../../html/template.ts'

export interface ParticularsShown {
  slug: string
  section: string
  /** Where its pictures are chosen. */
  pictures: string
  signers: readonly { name: string; role: string }[]
  /** Names that are proposed. */
  known: readonly string[]
  tags: readonly string[]
  /** What tags are called, as it is proposed. */
  knownTags: readonly string[]
  /** Addresses of the articles to which it leads. */
  related: readonly string[]
  /** Articles that are proposed. */
  proposed: readonly { address: string; title: string }[]
  /** Where it is said how it is found and shared. */
  sharing: string
  errors: Readonly<Record<string, string>>
}

/** Rows that wait to be filled in. */
const FREE_ROWS = 2

/** Where the article stands and who signs it, which holds at once. */
export function particularsForm(frame: Frame, sending: FormTarget, shown: ParticularsShown, say: Say): Html {
  const { slug, section, signers, known, errors } = shown
  const rows = [...signers, ...Array.from({ length: FREE_ROWS }, () => ({ name: '', role: 'author' }))]
  return html`<section><h2>${say('particulars.title')}</h2><p><a href="${shown.pictures}">${say('pictures.of-article')}</a></p><p><a href="${shown.sharing}">${say('sharing.title')}</a></p>${formHtml(
    sending,
    frame.language,
    null,
    html`<p class="hint">${say('particulars.hint')}</p>
${fieldHtml({ name: 'slug', label: say('particulars.slug'), value: slug, error: errors.slug, hint: say('particulars.slug-hint') })}
${frame.sections.length > 0 ? sectionField(frame, section, errors.section, say) : null}
<fieldset><legend>${say('particulars.signers')}</legend>
${rows.map((row, index) => signerHtml(row, index, errors.signer, say))}
<datalist id="known-signers">${known.map((name) => html`<option value="${name}"></option>`)}</datalist>
${errorHtml('signer-error', errors.signer)}</fieldset>
${rowsHtml({ name: 'tag', values: shown.tags, options: shown.knownTags.map((name) => ({ value: name })), error: errors.tag }, say)}
${rowsHtml({ name: 'related', values: shown.related, options: shown.proposed.map(({ address, title }) => ({ value: address, label: title })), error: errors.related }, say)}
<p class="buttons"><button class="plain">${say('particulars.save')}</button></p>`,
  )}</section>`
}

interface Rows {
  name: 'tag' | 'related'
  values: readonly string[]
  options: readonly { value: string; label?: string }[]
  error: string | undefined
}

/** Lines of one kind, with some that wait to be filled in. */
function rowsHtml({ name, values, options, error }: Rows, say: Say): Html {
  const rows = [...values, ...Array.from({ length: FREE_ROWS }, () => '')]
  const wrong = (value: string) => (error && value ? html` aria-describedby="${name}-error"` : null)
  return html`<fieldset class="rows"><legend>${say(`particulars.${name}-rows`)}</legend>
<p class="hint">${say(`particulars.${name}-hint`)}</p>
${rows.map(
  (
    value,
    index,
  ) => html`<input name="${name}" list="known-${name}s" dir="auto" value="${value}" aria-label="${say(`particulars.${name}-row`, { at: index + 1 })}"${wrong(value)}>
`,
)}<datalist id="known-${name}s">${options.map(({ value, label }) => html`<option value="${value}"${label ? html` label="${label}"` : null}></option>`)}</datalist>
${errorHtml(`${name}-error`, error)}</fieldset>`
}

function sectionField({ sections }: Frame, chosen: string, error: string | undefined, say: Say): Html {
  const option = (value: string, words: string) =>
    html`<option value="${value}"${value === chosen ? html` selected` : null}>${words}</option>`
  return html`<p class="field"><label for="section">${say('particulars.section')}</label>
<select id="section" name="section"${error ? WRONG_FIELD : null}>${option('', say('particulars.no-section'))}${sections.map(({ slug, name }) => option(slug, name))}</select></p>${errorHtml('section-error', error)}`
}

function signerHtml(
  { name, role }: { name: string; role: string },
  index: number,
  error: string | undefined,
  say: Say,
) {
  const at = index + 1
  return html`<p class="signer"><input name="signer" list="known-signers" dir="auto" value="${name}" aria-label="${say('particulars.signer', { at })}"${error && name ? html` aria-describedby="signer-error"` : null}>
<select name="role" aria-label="${say('particulars.role', { at })}">${BYLINE_ROLES.map((one) => html`<option value="${one}"${one === role ? html` selected` : null}>${say(`byline-role.${one}`)}</option>`)}</select></p>
`
}
