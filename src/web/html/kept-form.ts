import type { Say } from '../../kit/sentences.ts'
import { type Html, html } from './template.ts'

type Fields = readonly (readonly [name: string, value: string])[]

/** What never comes back onto a page. */
const SECRETS = new Set(['password', 'current', 'code', 'token', 'credential', 'sealed'])
/** What a form says by itself is one word of plain letters: a kind, a number, a key. */
const TYPED = /[\s@:/]|\P{ASCII}/u
const UNTYPED = new Set(['key', 'next', 'language', 'website', 'proof'])

/** A form that was refused, to be sent once more with what was typed; none where nothing was, or where it holds a secret. */
export function keptForm(action: string, fields: Fields, say: Say): Html | undefined {
  const isTyped = ([name, value]: Fields[number]) => !UNTYPED.has(name) && TYPED.test(value)
  if (fields.some(([name]) => SECRETS.has(name)) || !fields.some(isTyped)) return
  return html`<form class="form" method="post" action="${action}">
<p>${say('error.kept')}</p>
${fields.map((field, at) => (isTyped(field) ? typedHtml(field, `kept-${at}`, say) : unseenHtml(field)))}
<p class="buttons"><button class="plain">${say('error.send-again')}</button></p>
</form>`
}

function typedHtml([name, value]: Fields[number], id: string, say: Say): Html {
  return html`<p class="field"><label for="${id}">${say('error.typed')}</label>
<textarea id="${id}" name="${name}" rows="${value.includes('\n') || value.length > 80 ? 8 : 2}" dir="auto">
${value}</textarea></p>
`
}

function unseenHtml([name, value]: Fields[number]): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`
}
