import type { Say } from '../../kit/sentences.ts'
import { dateTimeHtml } from '../html/date-time.ts'
import { buttonForm, type FormTarget } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { type PasskeyForm, passkeyForm } from '../html/passkey-form.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { type Html, html } from '../html/template.ts'
import { deviceWords } from './device-words.ts'
import { currentField } from './password-form.ts'

export interface PasskeysList {
  passkeys: readonly { device: string; createdAt: number; usedAt: number | null; removal: FormTarget }[]
  adding: PasskeyForm
  /** Whether the password must be given as well. */
  asksCurrent: boolean
  error: string | null
}

/** The devices that let one in, and how another one comes to them. */
export function passkeysList(frame: Frame, { passkeys, adding, asksCurrent, error }: PasskeysList, say: Say): Html {
  const { language, publication } = frame
  const day = (at: number) => dateTimeHtml(at, 'day', { language, zone: publication.zone })
  const times = (createdAt: number, usedAt: number | null) =>
    usedAt === null
      ? sentenceHtml(say, 'passkey.made', { made: day(createdAt) })
      : sentenceHtml(say, 'passkey.times', { made: day(createdAt), used: day(usedAt) })
  return html`<section id="passkeys"><h2>${say('passkey.title')}</h2>
<p>${say('passkey.hint')}</p>
${error ? html`<p class="error" role="alert">${error}</p>` : null}
${
  passkeys.length === 0
    ? null
    : html`<ul class="sessions">${passkeys.map(
        ({ device, createdAt, usedAt, removal }) => html`<li><div><b>${deviceWords(device, say)}</b>
<span class="hint">${times(createdAt, usedAt)}</span></div>
${buttonForm(removal, language, say('passkey.remove'))}</li>
`,
      )}</ul>`
}
${passkeyForm(adding, language, say('passkey.add'), asksCurrent ? currentField(undefined, say, 'passkey-current') : null, say)}
<noscript><p class="hint">${say('passkey.needs-script')}</p></noscript></section>`
}
