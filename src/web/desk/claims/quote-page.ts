import { paths } from '../../../addresses/paths.ts'
import type { Edition } from '../../../domain/articles/index.ts'
import { type ChainQuote, PARTY_KINDS, RENDERED_BY } from '../../../domain/sources/index.ts'
import { directionOf, nameOf } from '../../../kit/language.ts'
import type { Say } from '../../../kit/sentences.ts'
import { choiceField } from '../../html/choice.ts'
import { type FormTarget, fieldHtml, formHtml, wordsField } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'
import { knownActors } from './hop-form.ts'

/** What the form of a quotation sends. */
export type TypedQuote = Record<
  | 'speaker'
  | 'speakerKind'
  | 'url'
  | 'title'
  | 'saidOn'
  | 'original'
  | 'originalLanguage'
  | 'renderedBy'
  | 'translator',
  string
>

export interface QuoteShown {
  edition: Edition
  quote: ChainQuote
  names: readonly string[]
  typed: TypedQuote
  errors: Readonly<Record<string, string>>
  error: string | null
  done: boolean
  keeping: FormTarget
}

/** A quote at the desk. */
export function quotePage(frame: Frame, shown: QuoteShown, say: Say): Html {
  const { edition, quote, typed, errors, error, done, names, keeping } = shown
  const { language } = frame
  const line = (name: keyof TypedQuote, label: string, hint?: string) =>
    fieldHtml({ name, label, value: typed[name], error: errors[name], optional: true, ...(hint && { hint }) })
  return deskPage(
    frame,
    say('desk-quote.title', { key: quote.key }),
    html`<p class="tools"><a href="${paths.deskClaims(edition.id, language)}#quote-${quote.key}">${say('desk-claim.back')}</a> <span class="quiet">${nameOf(edition.language, language)}</span></p>
${done ? html`<p class="done" role="status">${say('desk-claim.kept')}</p>` : null}
<blockquote lang="${edition.language}" dir="${directionOf(edition.language)}"><p>${quote.words}</p></blockquote>
${formHtml(
  keeping,
  language,
  error,
  html`<p class="field"><label for="speaker">${say('desk-quote.speaker')}</label>
<input id="speaker" name="speaker" list="known-actors" dir="auto" value="${typed.speaker}"></p>
${choiceField(
  { name: 'speakerKind', label: say('hop.whoKind'), value: typed.speakerKind },
  PARTY_KINDS.map((one) => [one, say(`actor-kind.${one}`)] as const),
)}
${line('url', say('hop.url'), say('hop.url-hint'))}
${line('title', say('hop.title'), say('hop.title-hint'))}
${line('saidOn', say('hop.saidOn'), say('hop.saidOn-hint'))}
${wordsField({ name: 'original', label: say('desk-quote.original'), value: typed.original, hint: say('desk-quote.original-hint'), error: errors.original ?? null, rows: 4, optional: true })}
${line('originalLanguage', say('desk-quote.original-language'), say('hop.language-hint'))}
${choiceField({ name: 'renderedBy', label: say('desk-quote.rendered-by'), value: typed.renderedBy }, [
  ['', say('desk-quote.not-rendered')],
  ...RENDERED_BY.map((one) => [one, say(`rendered-by.${one}`)] as const),
])}
${line('translator', say('desk-quote.translator'))}
<p class="buttons"><button class="primary">${say('desk-claim.keep')}</button></p>`,
)}
${knownActors(names)}`,
    say,
  )
}
