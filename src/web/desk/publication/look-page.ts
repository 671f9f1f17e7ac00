import { paths } from '../../../addresses/paths.ts'
import { TYPEFACES } from '../../../domain/articles/index.ts'
import { type ShelvedPicture, saidIn } from '../../../domain/media/index.ts'
import type { Say } from '../../../kit/sentences.ts'
import { type FormTarget, formHtml } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'
import { shapingButtons } from './previewing.ts'

export interface LookTyped {
  /** Whether the colours are the publication's own. */
  own: boolean
  accent: string
  accentDark: string
  typeface: string
  /** The number of a picture. */
  mark: string
}

export interface LookDesk {
  typed: LookTyped
  marks: readonly ShelvedPicture[]
  sending: FormTarget
  errors: Readonly<Record<string, string>>
  error: string | null
}

/** Colours, typeface and mark. */
export function lookPage(frame: Frame, { typed, marks, sending, errors, error }: LookDesk, say: Say): Html {
  const { language } = frame
  const colour = (name: 'accent' | 'accentDark', label: string) => {
    const wrong = errors[name]
    return html`<p class="field"><label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="color" value="${typed[name]}"${wrong ? html` aria-describedby="${name}-error" aria-invalid="true"` : null}>${wrong ? html`<span class="error" id="${name}-error">${wrong}</span>` : null}</p>`
  }
  const chosen = (is: boolean) => (is ? html` checked` : null)
  const inside = html`<fieldset><legend>${say('look.colours')}</legend>
<label class="choice"><input type="checkbox" name="own" value="1"${chosen(typed.own)}> ${say('publication.own-colours')}</label>
${colour('accent', say('publication.accent'))}
${colour('accentDark', say('publication.accent-dark'))}
<span class="hint">${say('publication.colours-hint')}</span></fieldset>
<fieldset><legend>${say('publication.typeface')}</legend>
${TYPEFACES.map(
  (
    face,
  ) => html`<label class="choice"><input type="radio" name="typeface" value="${face}"${chosen(typed.typeface === face)}> ${say(`typeface.${face}`)}</label>
`,
)}</fieldset>
<p class="field"><label for="mark">${say('publication.mark')}</label>
<select id="mark" name="mark"><option value="">${say('publication.no-mark')}</option>${marks.map(({ id, words }) => {
    const name = saidIn(words, language)?.alt ?? say('pictures.without-text')
    return html`<option value="${id}"${typed.mark === String(id) ? html` selected` : null}>${id}: ${name.slice(0, LONGEST_OPTION)}</option>`
  })}</select>
<span class="hint">${say('publication.mark-hint')}</span></p>
${shapingButtons(say)}`
  return deskPage(
    frame,
    say('publication-part.look'),
    html`<p class="tools"><a href="${paths.deskOfPublication(language)}">${say('desk.publication')}</a></p>
${formHtml(sending, language, error, inside)}`,
    say,
  )
}

const LONGEST_OPTION = 60
