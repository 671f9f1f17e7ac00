import { paths } from '../../../addresses/paths.ts'
import type { Say } from '../../../kit/sentences.ts'
import { type FormTarget, fieldHtml, formHtml } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'
import { shapingButtons } from './previewing.ts'
import { wordsInHtml } from './words-in.ts'

export interface RulesShown {
  numbers: readonly string[]
  titles: readonly string[]
  words: readonly string[]
  wordsIn: string
  sending: FormTarget
  error: string | null
}

/** Each rule with its title and words in one language; the last is a new one. */
export function rulesDeskPage(frame: Frame, data: RulesShown, say: Say): Html {
  const { language } = frame
  const { numbers, wordsIn, sending, error } = data
  const inside = html`${[...numbers.filter(Boolean), ''].map((number, at) => rowHtml(data, number, at, say))}
${shapingButtons(say)}`
  return deskPage(
    frame,
    say('publication-part.rules'),
    html`<p class="tools"><a href="${paths.deskOfPublication(language)}">${say('desk.publication')}</a></p>
${wordsInHtml(frame, wordsIn, (to) => paths.deskShaping('rules', language, to), say)}
<p>${say('publication.rules-hint')}</p>
${formHtml(sending, language, error, inside)}`,
    say,
  )
}

function rowHtml({ titles, words }: RulesShown, number: string, at: number, say: Say): Html {
  const legend = number ? say('publication.rule', { number: Number(number) }) : say('publication.another-rule')
  return html`<fieldset><legend>${legend}</legend><input type="hidden" name="numbers" value="${number}">
${fieldHtml({ name: 'titles', id: `title-${at}`, label: say('publication.title'), value: titles[at] ?? '', optional: true })}
<p class="field"><label for="words-${at}">${say('publication.words')}</label>
<textarea id="words-${at}" name="words" rows="3" dir="auto">
${words[at] ?? ''}</textarea></p></fieldset>
`
}
