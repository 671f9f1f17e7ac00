import { factOf, type Miss, type PairedParagraph } from '../../../domain/translation/index.ts'
import type { Say } from '../../../kit/sentences.ts'
import { errorHtml, formHtml, WRONG_FIELD } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { sentenceHtml } from '../../html/sentence-html.ts'
import { type Html, html } from '../../html/template.ts'
import type { TranslationShown } from './translation-shown.ts'

/** What the gate calls each kind of fact; whatever else it finds is a fact. */
const KINDS = [
  ...['number', 'ordinal', 'percent', 'money', 'measure', 'time', 'month', 'weekday', 'decade', 'phone'],
  ...['link', 'mail', 'handle', 'tag', 'code', 'name', 'quotation', 'speaker', 'paragraph'],
]

/** What differs between a paragraph and its original, each with both facts, and who answers for it. */
export function missesHtml(
  frame: Frame,
  shown: TranslationShown,
  one: PairedParagraph,
  id: string,
  say: Say,
): Html | null {
  const found = shown.facts.misses.get(one.wording) ?? []
  if (found.length === 0 || (one.words === '' && shown.share.missing === shown.share.all)) return null
  return html`<ul class="misses" role="list">${found.map((miss, index) => missHtml(frame, shown, { one, miss, id: `${id}-${index}` }, say))}</ul>`
}

function missHtml(
  frame: Frame,
  { overrides, mayOverride, forms, reason }: TranslationShown,
  { one, miss, id }: { one: PairedParagraph; miss: Miss; id: string },
  say: Say,
): Html {
  const fact = factOf(miss)
  const over = overrides.find((override) => override.wording === one.wording && override.fact === fact)
  const typed = reason?.wording === one.wording && reason.fact === fact ? reason : undefined
  return html`<li class="miss${over ? ' over' : null}">${factHtml(miss, say)}
${over ? html`<p class="quiet">${sentenceHtml(say, 'gate.overridden-by', { name: html`<bdi>${over.by ?? say('comment.nobody')}</bdi>` })} <span dir="auto">${over.reason}</span></p>` : null}
${
  over || !mayOverride
    ? null
    : html`<details${typed ? html` open` : null}><summary>${say('gate.right')}</summary>${formHtml(
        { ...forms.override, hidden: { wording: one.wording, fact } },
        frame.language,
        null,
        html`<p class="field"><label for="${id}">${say('gate.reason')}</label>
<input id="${id}" name="reason" dir="auto" value="${typed?.words ?? ''}" required${typed ? html` aria-describedby="${id}-error"${WRONG_FIELD}` : null}></p>${errorHtml(`${id}-error`, typed ? say('reason.empty') : null)}
<p class="buttons"><button class="plain">${say('gate.override')}</button></p>`,
      )}</details>`
}</li>
`
}

/** What differs, for somebody who is still typing. */
export function factsHtml(found: readonly Miss[], say: Say): Html {
  return html`<ul class="misses" role="list">${found.map((miss) => html`<li class="miss">${factHtml(miss, say)}</li>`)}</ul>`
}

function factHtml(miss: Miss, say: Say): Html {
  const side = (stated: string | null) =>
    stated === null ? html`<i>${say('gate.nothing')}</i>` : html`<q dir="auto">${stated}</q>`
  const both = { original: side(miss.original), edition: side(miss.edition) }
  return html`<p><b>${say(`gate-kind.${knownKind(miss.kind)}`)}</b> ${sentenceHtml(say, 'gate.both', both)}</p>`
}

/** The kind of a fact, as a sentence names it. */
export function knownKind(kind: string): string {
  return KINDS.includes(kind) ? kind : 'fact'
}
