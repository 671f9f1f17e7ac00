import { LONGEST_EXPLANATION } from '../../domain/moderation/index.ts'
import type { Say } from '../../kit/sentences.ts'
import { errorHtml, type FormTarget, fieldHtml, formHtml, wordsField } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'

export interface IllegalShown {
  sending: FormTarget
  typed: {
    address: string
    explanation: string
    law: string
    name: string
    mail: string
    unnamed: boolean
    faith: boolean
  }
  errors: Readonly<Record<string, string>>
  error: string | null
}

/** Asks for what the law asks of whoever says that something is illegal. Source: Regulation (EU) 2022/2065, article 16(2). */
export function illegalContentForm(frame: Frame, { sending, typed, errors, error }: IllegalShown, say: Say): Html {
  const limit = LONGEST_EXPLANATION
  const line = (name: 'address' | 'law' | 'name' | 'mail', more: object = {}) =>
    fieldHtml({ name, label: say(`illegal.${name}`), value: typed[name], error: errors[name], ...more })
  return smallPage(
    frame,
    say('illegal.title'),
    html`<p>${say('illegal.hint')}</p>
${formHtml(
  sending,
  frame.language,
  error,
  html`${line('address', { hint: say('illegal.address-hint') })}
${wordsField({ name: 'explanation', label: say('illegal.explanation'), value: typed.explanation, hint: say('illegal.explanation-hint', { limit }), error: errors.explanation ?? null, rows: 6 })}
${line('law', { optional: true, hint: say('illegal.law-hint') })}
${line('name', { optional: true, autocomplete: 'name' })}
${line('mail', { optional: true, type: 'email', autocomplete: 'email', hint: say('illegal.mail-hint') })}
${choice('unnamed', typed.unnamed, say('illegal.unnamed'))}
${choice('faith', typed.faith, say('illegal.faith'), html` required`)}${errorHtml('faith-error', errors.faith)}
<p class="buttons"><button class="primary">${say('illegal.send')}</button></p>`,
)}`,
    say,
  )
}

function choice(name: string, isChosen: boolean, words: string, more: Html | null = null): Html {
  return html`<label class="choice"><input type="checkbox" name="${name}" value="1"${isChosen ? html` checked` : null}${more}> <span>${words}</span></label>
`
}
