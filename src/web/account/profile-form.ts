import type { Say } from '../../kit/sentences.ts'
import { type FormTarget, formHtml, wordsField } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { type Html, html } from '../html/template.ts'

export interface ProfileForm {
  sending: FormTarget
  /** The page that it changes. */
  path: string
  about: string
  /** One on a line. */
  links: string
  mostLinks: number
  isHidden: boolean
  /** The most characters of `about`. */
  limit: number
}

/** Where a person decides what others read about them. */
export function profileForm(
  { language }: Frame,
  profile: ProfileForm,
  errors: { about?: string; links?: string },
  say: Say,
): Html {
  const { sending, path, about, links, mostLinks, isHidden, limit } = profile
  const field = { name: 'about', label: say('account.about'), hint: say('account.about-hint', { limit }) }
  const elsewhere = { name: 'links', label: say('links.title'), hint: say('links.hint', { limit: mostLinks }) }
  return html`<section><h2>${say('account.profile')}</h2>
<p class="tools"><a href="${path}">${say('account.profile-see')}</a></p>
${formHtml(
  sending,
  language,
  null,
  html`${wordsField({ ...field, value: about, error: errors.about ?? null, rows: 4, optional: true })}
${wordsField({ ...elsewhere, value: links, error: errors.links ?? null, rows: 2, optional: true })}
<fieldset><label class="choice"><input type="checkbox" name="hidden" value="1"${isHidden ? html` checked` : null}> ${say('account.hide')}</label></fieldset>
<p class="buttons"><button class="primary">${say('account.profile-save')}</button></p>`,
)}</section>`
}
