import { ROLES } from '../../../domain/people/index.ts'
import { nameOf } from '../../../kit/language.ts'
import type { Say } from '../../../kit/sentences.ts'
import { type FormTarget, formHtml } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { type Html, type HtmlPart, html } from '../../html/template.ts'

/** What was chosen so far. */
export interface RoleTyped {
  role: string
  sections: readonly string[]
  languages: readonly string[]
}

/** Asks for a role and how far it reaches; `before` stands above that. */
export function roleForm(
  frame: Frame,
  sending: FormTarget,
  typed: RoleTyped,
  error: string | null,
  say: Say,
  { before = null, submit = say('staff.give') }: { before?: HtmlPart; submit?: string } = {},
): Html {
  const { language, sections, publication } = frame
  const inSections = sections.map(({ slug, name }) => [slug, name] as const)
  const inLanguages = publication.languages.map((one) => [one.language, nameOf(one.language, language)] as const)
  return formHtml(
    sending,
    language,
    error,
    html`${before}<fieldset><legend>${say('staff.role')}</legend>
${ROLES.map(
  (role) =>
    html`<label class="choice"><input type="radio" name="role" value="${role}" required${role === typed.role ? html` checked` : null}> <span><b>${say(`role-name.${role}`)}</b>: ${say(`role-hint.${role}`)}</span></label>
`,
)}</fieldset>
${inSections.length > 0 ? boxesHtml('sections', say('staff.only-sections'), inSections, typed.sections) : null}
${inLanguages.length > 1 ? boxesHtml('languages', say('staff.only-languages'), inLanguages, typed.languages) : null}
<p class="hint">${say('staff.limits-hint')}</p>
<p class="buttons"><button class="primary">${submit}</button></p>`,
  )
}

function boxesHtml(
  name: string,
  legend: string,
  choices: readonly (readonly [value: string, words: string])[],
  ticked: readonly string[],
): Html {
  return html`<fieldset><legend>${legend}</legend>
${choices.map(
  ([value, words]) =>
    html`<label class="choice"><input type="checkbox" name="${name}" value="${value}"${ticked.includes(value) ? html` checked` : null}> <bdi>${words}</bdi></label>
`,
)}</fieldset>`
}
