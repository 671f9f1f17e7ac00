import { ACTOR_KINDS, ANONYMITIES, HOP_RELATIONS } from '../../../domain/sources/index.ts'
import type { Say } from '../../../kit/sentences.ts'
import { choiceField } from '../../html/choice.ts'
import { fieldHtml } from '../../html/fields.ts'
import { type Html, html } from '../../html/template.ts'
import type { TypedHop } from './hop-typed.ts'

export const EMPTY_HOP: TypedHop = {
  who: '',
  whoKind: 'outlet',
  anonymity: 'named',
  descriptor: '',
  relation: 'published',
  url: '',
  title: '',
  hopLanguage: '',
  saidOn: '',
  seen: '',
}

/** The fields of a step; `of` tells those of several forms on a page apart. */
export function hopFields(typed: TypedHop, errors: Readonly<Record<string, string>>, of: string, say: Say): Html {
  const line = (name: keyof TypedHop, hint?: string) =>
    fieldHtml({
      name,
      id: `${of}-${name}`,
      label: say(`hop.${name}`),
      value: String(typed[name]),
      error: errors[name],
      optional: true,
      ...(hint && { hint }),
    })
  const choice = (name: keyof TypedHop, all: readonly string[], words: string) =>
    choiceField(
      { name, id: `${of}-${name}`, label: say(`hop.${name}`), value: String(typed[name]), error: errors[name] },
      all.map((one) => [one, say(`${words}.${one}`)] as const),
    )
  return html`<div class="hop-fields">${whoField(typed, errors, of, say)}
${choice('whoKind', ACTOR_KINDS, 'actor-kind')}
${choice('anonymity', ANONYMITIES, 'anonymity')}
${line('descriptor', say('hop.descriptor-hint'))}
${choice('relation', HOP_RELATIONS, 'hop-relation')}
${line('url', say('hop.url-hint'))}
${line('title', say('hop.title-hint'))}
${line('hopLanguage', say('hop.language-hint'))}
${line('saidOn', say('hop.saidOn-hint'))}
<p class="tick"><label><input type="checkbox" name="seen" value="1"${typed.seen ? html` checked` : null}> ${say('hop.seen')}</label></p></div>`
}

/** The name, with those proposed that are known. */
function whoField(typed: TypedHop, errors: Readonly<Record<string, string>>, of: string, say: Say): Html {
  const { who: error } = errors
  return html`<p class="field"><label for="${of}-who">${say('hop.who')}</label>
<input id="${of}-who" name="who" list="known-actors" dir="auto" value="${typed.who}" aria-describedby="${error ? `${of}-who-error ` : ''}${of}-who-hint"${error ? html` aria-invalid="true" autofocus` : null}>
<span class="hint" id="${of}-who-hint">${say('hop.who-hint')}</span>${error ? html`<span class="error" id="${of}-who-error">${error}</span>` : null}</p>`
}

/** The names that the fields propose; once on a page. */
export function knownActors(names: readonly string[]): Html {
  return html`<datalist id="known-actors">${names.map((name) => html`<option value="${name}"></option>`)}</datalist>`
}
