import { paths } from '../../../addresses/paths.ts'
import { WEIGHTS } from '../../../domain/sources/index.ts'
import { directionOf, nameOf } from '../../../kit/language.ts'
import type { Say } from '../../../kit/sentences.ts'
import { type Correction, correctionHtml } from '../../cited/index.ts'
import { choiceField } from '../../html/choice.ts'
import { type FormTarget, fieldHtml, formHtml } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html, joined } from '../../html/template.ts'

export interface CorrectionTyped {
  /** The number of each edition, what was wrong in it, and what is right. */
  editions: readonly string[]
  wrong: readonly string[]
  right: readonly string[]
  weight: string
  since: string
  /** The number of the claim that was wrong. */
  claim: string
}

export interface CorrectionsDesk {
  editions: readonly { id: number; language: string; slug: string; title: string }[]
  claims: readonly { id: number; gist: string }[]
  made: readonly (Correction & { language: string })[]
  typed: CorrectionTyped
  sending: FormTarget
  errors: Readonly<Record<string, string>>
  error: string | null
  done: boolean
}

/** How an article is corrected in public, and what was corrected before. */
export function correctionsDeskPage(frame: Frame, data: CorrectionsDesk, say: Say): Html {
  const { language, publication } = frame
  const { editions, made, claims, typed, sending, errors, error, done } = data
  const weights = WEIGHTS.map(
    (weight) =>
      html`<label class="choice"><input type="radio" name="weight" value="${weight}"${weight === typed.weight ? html` checked` : null}> ${say(`correction-weight.${weight}`)}</label>
`,
  )
  const inside = html`${editions.map((edition) => editionHtml(edition, typed, language, say))}
<fieldset><legend>${say('cited.kind')}</legend>${weights}</fieldset>
${
  claims.length > 0
    ? choiceField(
        {
          name: 'claim',
          label: say('corrections.claim'),
          value: typed.claim,
          hint: say('corrections.claim-hint'),
          error: errors.claim,
        },
        [['', say('corrections.no-claim')], ...claims.map(({ id, gist }) => [String(id), gist] as const)],
      )
    : null
}
${fieldHtml({ name: 'since', label: say('corrections.since'), value: typed.since, hint: say('corrections.since-hint'), error: errors.since, optional: true })}
<p class="hint">${say('corrections.told')}</p>
<p class="buttons"><button class="primary">${say('corrections.make')}</button></p>`
  return deskPage(
    frame,
    say('corrections.title'),
    html`${done ? html`<p class="done" role="status">${say('staff.done')}</p>` : null}
<p class="tools">${joined(
      [
        ...editions.map(
          ({ language: to, slug, title }) =>
            html`<a href="${paths.article(to, slug)}" lang="${to}"><bdi>${title}</bdi></a>`,
        ),
        html`<a href="${paths.corrections(language)}">${say('corrections.all')}</a>`,
      ],
      ' · ',
    )}</p>
<p>${say('corrections.desk-hint')}</p>
${editions.length === 0 ? html`<p class="nobody-yet">${say('correction.not-shown')}</p>` : formHtml(sending, language, error ?? errors.weight ?? null, inside)}
${made.map((one) => html`<div lang="${one.language}" dir="${directionOf(one.language)}">${correctionHtml(one, { language, zone: publication.zone }, say)}</div>`)}`,
    say,
  )
}

function editionHtml(
  { id, language: of, title }: CorrectionsDesk['editions'][number],
  { editions, wrong, right }: CorrectionTyped,
  language: string,
  say: Say,
): Html {
  const at = editions.indexOf(String(id))
  const area = (name: 'wrong' | 'right', value: string) =>
    html`<p class="field"><label for="${name}-${id}">${say(`corrections.${name}`)}</label>
<textarea id="${name}-${id}" name="${name}" rows="3" lang="${of}" dir="${directionOf(of)}" aria-describedby="${name}-${id}-hint">
${value}</textarea>
<span class="hint" id="${name}-${id}-hint">${say(`corrections.${name}-hint`)}</span></p>`
  return html`<fieldset><legend>${nameOf(of, language)}: <bdi lang="${of}">${title}</bdi></legend><input type="hidden" name="editions" value="${id}">
${area('wrong', wrong[at] ?? '')}
${area('right', right[at] ?? '')}</fieldset>
`
}
