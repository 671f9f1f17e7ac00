import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import { buttonForm, type FormTarget } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'
import { type DevicesForm, devicesForm } from './devices-form.ts'
import { type NoticesForm, noticesForm } from './notices-form.ts'
import { type PictureForm, pictureForm } from './picture-form.ts'
import { type ProfileForm, profileForm } from './profile-form.ts'
import { type RenamingForm, renamingForm } from './renaming-form.ts'

export interface AccountShown {
  name: string
  mail: string
  signOut: FormTarget
  signOutEverywhere: FormTarget
  notices: NoticesForm
  devices: DevicesForm
  /** Whether they have asked to be erased. */
  isLeaving: boolean
  profile: ProfileForm
  /** Whether they work here, and are led to their desk. */
  hasDesk: boolean
  /** What clears the demo, for whoever may. */
  demo: FormTarget | null
  renaming: RenamingForm
  picture: PictureForm
  pictureError: string | null
  errors: Partial<Record<'about' | 'links' | 'name', string>>
  /** What has just been done, as a sentence. */
  done: string | null
}

/** A person's own page: who they are signed in as, what is theirs, and the ways out. */
export function accountPage(frame: Frame, data: AccountShown, say: Say): Html {
  const { name, mail, done, signOut, signOutEverywhere } = data
  return smallPage(
    frame,
    say('account.title'),
    html`${done ? html`<p class="done" role="status">${done}</p>` : null}${data.isLeaving ? html`<p class="error">${say('erasure.pending')} <a href="${paths.accountErasure(frame.language)}">${say('erasure.see')}</a></p>` : null}
<p>${sentenceHtml(say, 'account.signed-in-as', { name: html`<b><bdi>${name}</bdi></b>`, mail: html`<bdi>${mail}</bdi>` })}</p>
<div class="ways-out">${buttonForm(signOut, frame.language, say('account.sign-out'), 'primary')}
${buttonForm(signOutEverywhere, frame.language, say('account.sign-out-everywhere'))}</div>
<p class="hint">${say('account.sign-out-hint')}</p>
${data.hasDesk ? html`<p class="tools"><a href="${paths.desk(frame.language)}">${say('desk.to')}</a></p>` : null}
${
  data.demo &&
  html`<section id="demo"><h2>${say('demo.title')}</h2>
<p>${say('demo.hint')}</p>
${buttonForm(data.demo, frame.language, say('demo.clear'))}</section>`
}
${profileForm(frame, data.profile, data.errors, say)}
${pictureForm(frame, data.picture, data.pictureError, say)}
${renamingForm(frame, data.renaming, data.errors.name, say)}
${noticesForm(frame, data.notices, say)}
${devicesForm(frame, data.devices, say)}
<p class="tools"><a href="${paths.statements(frame.language)}">${say('statement.list')}</a></p>
<section><h2>${say('security.title')}</h2>
<p>${say('security.account-hint')}</p>
<p class="tools"><a href="${paths.security(frame.language)}">${say('security.open')}</a></p></section>
<section><h2>${say('account.data')}</h2>
<p>${say('account.data-hint')}</p>
<p class="tools"><a href="${paths.accountData(frame.language)}">${say('data.see')}</a></p></section>`,
    say,
  )
}
