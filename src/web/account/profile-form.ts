import type { Say } from '../../kit/sentences.ts'
import { type FormTarget, formHtml, wordsField } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { type Html, html } from '../html/template.ts'

export interface ProfileForm {
  sending: FormTarget
  /** The page that it changes. */
  path: string
  about: string
  isHidden: boolean
  /** The most characters of `about`. */
  limit: number
}

/** Where a person decides what others read about them. */
export function profileForm({ language }: Frame, profile: ProfileForm, error: string | undefined, say: Say): Html {
  const { sending, path, about, isHidden, limit } = profile
  const field = { name: 'about', label: say('account.about'), hint: say('account.about-hint', { limit }) }
  return html`<section><h2>${say('account.profile')}</h2>
<p class="tools"><a href="${path}">${say('account.profile-see')}</a></p>
${formHtml(
  sending,
  language,
  null,
  html`${wordsField({ ...field, value: about, error: error ?? null, rows: 4, optional: true })}
<fieldset><label class="choice"><input type="checkbox" name="hidden" value="1"${isHidden ? html` checked` : null}> ${say('account.hide')}</label></fieldset>
<p class="buttons"><button class="primary">${say('account.profile-save')}</button></p>`,
)}</section>`
}
