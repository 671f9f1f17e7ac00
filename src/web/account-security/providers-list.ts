import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import { buttonForm, type FormTarget } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { type Html, html } from '../html/template.ts'

export type ProvidersList = readonly { id: string; name: string; ending: FormTarget | null }[]

/** The accounts elsewhere that let one in here. */
export function providersList({ language }: Frame, providers: ProvidersList, say: Say): Html | null {
  if (providers.length === 0) return null
  return html`<section id="providers"><h2>${say('provider.title')}</h2>
<p>${say('provider.hint')}</p>
<ul class="sessions">${providers.map(
    ({ id, name, ending }) => html`<li><div><b><bdi>${name}</bdi></b></div>
${
  ending
    ? buttonForm(ending, language, say('provider.disconnect'))
    : html`<a class="plain" href="${paths.signInWith(language, id, { connect: true })}">${say('provider.connect')}</a>`
}</li>
`,
  )}</ul></section>`
}
