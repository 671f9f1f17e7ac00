import { paths } from '../../../addresses/paths.ts'
import type { Say } from '../../../kit/sentences.ts'
import type { Frame } from '../../html/frame.ts'
import { type Html, html } from '../../html/template.ts'
import type { Ask } from '../../http/ask.ts'
import { keyAgain } from '../../http/submit.ts'

/** What a form holds, to be sent on as it is. */
export type FormValues = readonly (readonly [name: string, value: string])[]

/** What was typed, and what every form carries unseen. */
export function valuesOf(
  typed: Readonly<Record<string, string | readonly string[] | boolean | undefined>>,
): FormValues {
  return Object.entries(typed).flatMap(([name, value]) => {
    if (value === undefined || value === false) return []
    const all = Array.isArray(value) ? value : [value === true ? '1' : String(value)]
    return all.map((one) => [name, one] as const)
  })
}

/** The frame of a preview: it says that it is one, and asks whether to keep it. */
export function previewFrame(frame: Frame, action: string, values: FormValues, say: Say): Frame {
  const notice: Html = html`<form class="form preview" method="post" action="${action}"><p>${say('publication.preview-hint')}</p>
${values.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<p class="buttons"><button class="primary">${say('publication.save')}</button> <button class="plain" name="again" value="1">${say('publication.change-again')}</button></p></form>`
  return { ...frame, notice }
}

/** The same where what was typed is all that the form holds. */
export async function previewOf(ask: Ask, part: string, typed: Parameters<typeof valuesOf>[0]): Promise<Frame> {
  const frame = await ask.frame()
  const values = valuesOf({ key: keyAgain(ask, undefined), language: frame.language, ...typed })
  return previewFrame(frame, paths.deskShaping(part), values, await ask.say())
}

/** The buttons of a form that can be previewed. */
export function shapingButtons(say: Say): Html {
  return html`<p class="buttons"><button class="primary">${say('publication.save')}</button> <button class="plain" name="preview" value="1">${say('publication.preview')}</button></p>`
}
