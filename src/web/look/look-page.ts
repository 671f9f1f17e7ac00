import { COLOURS, type Preferences, TEXT_SIZES } from '../../domain/people/index.ts'
import { nameOf } from '../../kit/language.ts'
import type { Say } from '../../kit/sentences.ts'
import { type FormTarget, formHtml } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'
import { TRANSLATORS } from '../http/look-cookie.ts'

export interface LookShown {
  sending: FormTarget
  look: Preferences
  /** Who translates comments in this browser. */
  translator: (typeof TRANSLATORS)[number]
  /** Whether it has just been kept. */
  isDone: boolean
}

/** How somebody wants to read: colours, size of letters, languages. */
export function lookPage(frame: Frame, { sending, look, translator, isDone }: LookShown, say: Say): Html {
  const { language, publication } = frame
  const radio = (name: 'colours' | 'size', value: string) =>
    html`<label class="choice"><input type="radio" name="${name}" value="${value}"${look[name] === value ? html` checked` : null}> ${name === 'colours' ? say(`look-colours.${value}`) : say(`look-size.${value}`)}</label>
`
  const box = (tag: string) =>
    html`<label class="choice"><input type="checkbox" name="languages" value="${tag}"${look.languages.includes(tag) ? html` checked` : null}> <span lang="${tag}">${nameOf(tag as never)}</span></label>
`
  return smallPage(
    frame,
    say('look.title'),
    html`${isDone ? html`<p class="done" role="status">${say('look.done')}</p>` : null}
<p>${say('look.hint')}</p>
${formHtml(
  sending,
  language,
  null,
  html`<fieldset><legend>${say('look.colours')}</legend>
${COLOURS.map((one) => radio('colours', one))}</fieldset>
<fieldset><legend>${say('look.size')}</legend>
${TEXT_SIZES.map((one) => radio('size', one))}</fieldset>
<fieldset><legend>${say('look.languages')}</legend>
<p class="hint">${say('look.languages-hint')}</p>
${publication.languages.map((one) => box(one.language))}</fieldset>
<fieldset><legend>${say('look.translator')}</legend>
<p class="hint">${say('look.translator-hint')}</p>
${TRANSLATORS.map(
  (
    one,
  ) => html`<label class="choice"><input type="radio" name="translator" value="${one}"${translator === one ? html` checked` : null}> ${say(`look-translator.${one}`)}</label>
`,
)}</fieldset>
<p class="buttons"><button class="primary">${say('look.keep')}</button></p>`,
)}`,
    say,
  )
}
