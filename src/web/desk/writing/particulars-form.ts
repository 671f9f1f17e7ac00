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
  errors: Readonly<Record<string, string>>
}

/** Rows that wait to be filled in. */
const FREE_ROWS = 2

/** Where the article stands and who signs it, which holds at once. */
export function particularsForm(frame: Frame, sending: FormTarget, shown: ParticularsShown, say: Say): Html {
  const { slug, section, signers, known, errors } = shown
  const rows = [...signers, ...Array.from({ length: FREE_ROWS }, () => ({ name: '', role: 'author' }))]
  return html`<section><h2>${say('particulars.title')}</h2><p><a href="${shown.pictures}">${say('pictures.of-article')}</a></p>${formHtml(
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
<p class="buttons"><button class="plain">${say('particulars.save')}</button></p>`,
  )}</section>`
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
