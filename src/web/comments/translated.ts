import { paths } from '../../addresses/paths.ts'
import { passageIn, type ReadTranslation } from '../../domain/translation/index.ts'
import { nameOf } from '../../kit/language.ts'
import { localeOf } from '../../kit/sentences.ts'
import { type Html, html, madeSafe } from '../html/template.ts'
import { foldedHtml } from './comment.ts'
import { withFactsMarked } from './marked-facts.ts'
import { type ShownQuotation, withQuotations } from './quotation.ts'
import type { RenderContext } from './render-context.ts'
import type { ShownComment } from './shown-comment.ts'

type Translations = ReadonlyMap<number, ReadTranslation>

/** The same beneath a comment of which its reader sees the words folded: so are these. */
export function translatedBeneath(comment: ShownComment, read: Translations, context: RenderContext): Html | null {
  const translated = translatedHtml(comment, read, context)
  const isMuted = comment.author !== null && context.muted?.has(comment.author.id)
  return translated && isMuted ? foldedHtml(translated, context.say) : translated
}

/** A comment's words in another language, or as they are where facts were not kept, with what made them; null where there are none yet. */
export function translatedHtml(comment: ShownComment, read: Translations, context: RenderContext): Html | null {
  const own = read.get(comment.id)
  if (!own || comment.tombstone) return null
  return own.html === null ? bentHtml(comment, own, context) : keptHtml(comment, own, own.html, read, context)
}

function keptHtml(
  { id, quotations }: ShownComment,
  { from, into, engine }: ReadTranslation,
  words: string,
  read: Translations,
  context: RenderContext,
): Html {
  const { say, language } = context
  const shown = quotations.map((quotation) => rendered(quotation, read))
  return html`<div class="translation"><div class="words" lang="${into}" dir="auto">${madeSafe(withQuotations(words, shown, context))}</div><p class="quiet">${say('comment-translation.by', { language: nameOf(from, language), engine })} <a class="original" href="${paths.comment(id, language)}" data-again="${say('comment-translation.again')}">${say('comment-translation.original')}</a></p></div>`
}

/** A quoted passage as its own comment was translated: what is quoted is never translated by itself. */
function rendered(quotation: ShownQuotation, read: Translations): ShownQuotation {
  const { of, state, words } = quotation
  if (state !== 'standing' || words === null || of?.kind !== 'comment') return quotation
  const translation = read.get(of.id)
  const passage = translation && passageIn(translation, words)
  return passage === undefined ? quotation : { ...quotation, words: passage, translatedInto: translation!.into }
}

function bentHtml({ html: stored, quotations }: ShownComment, own: ReadTranslation, context: RenderContext): Html {
  const { say, language } = context
  const facts = [...new Set(own.misses.map(({ original, edition }) => original ?? edition ?? ''))]
  const list = new Intl.ListFormat(localeOf(language)).format(facts)
  const words = withQuotations(withFactsMarked(stored ?? '', facts), quotations, context)
  return html`<div class="translation"><div class="words" lang="${own.from}" dir="auto">${madeSafe(words)}</div><p class="quiet" role="note">${say('comment-translation.bent', { engine: own.engine, facts: list })}</p></div>`
}
