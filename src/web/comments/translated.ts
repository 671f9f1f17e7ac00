import { paths } from '../../addresses/paths.ts'
import type { ArticleId } from '../../domain/articles/index.ts'
import {
  type FindPassage,
  passageIn,
  passagesInto,
  type Readership,
  type ReadTranslation,
} from '../../domain/translation/index.ts'
import { type Language, languageFrom, nameOf } from '../../kit/language.ts'
import { localeOf } from '../../kit/sentences.ts'
import type { Reading } from '../../store/index.ts'
import { type Html, html, madeSafe } from '../html/template.ts'
import { foldedHtml } from './comment.ts'
import { withFactsMarked } from './marked-facts.ts'
import { type ShownQuotation, withQuotations } from './quotation.ts'
import type { RenderContext } from './render-context.ts'
import type { ShownComment } from './shown-comment.ts'

/** What is translated of comments, and how the reader's edition puts what they quote of others. */
export interface Translations {
  read: ReadonlyMap<number, ReadTranslation>
  passageOf: FindPassage
}

/** Puts beside translated comments what the article's own edition says in place of what they quote from editions that their reader does not read. */
export async function besideEditions(
  db: Reading,
  comments: readonly (ShownComment & { articleId: ArticleId })[],
  read: ReadonlyMap<number, ReadTranslation>,
  { into, reads }: Readership,
): Promise<Translations> {
  const quoting = comments.filter(({ id }) => read.has(id))
  const languages = quoting.flatMap(({ quotations }) => quotations.flatMap(({ of }) => languageOf(of) ?? []))
  const from = languages.filter((language) => language !== into && !reads.includes(language))
  const [first] = quoting
  if (!first || from.length === 0) return { read, passageOf: () => undefined }
  return { read, passageOf: await passagesInto(db, { articleId: first.articleId, into, from }) }
}

function languageOf(of: ShownQuotation['of']): Language | undefined {
  return of?.kind === 'edition' ? languageFrom(of.language) : undefined
}

/** The same beneath a comment of which its reader sees the words folded: so are these. */
export function translatedBeneath(
  comment: ShownComment,
  translations: Translations,
  context: RenderContext,
): Html | null {
  const translated = translatedHtml(comment, translations, context)
  const isMuted = comment.author !== null && context.muted?.has(comment.author.id)
  return translated && isMuted ? foldedHtml(translated, context.say) : translated
}

/** A comment's words in another language, or as they are where facts were not kept, with what made them; null where there are none yet. */
export function translatedHtml(comment: ShownComment, translations: Translations, context: RenderContext): Html | null {
  const own = translations.read.get(comment.id)
  if (!own || comment.tombstone) return null
  return own.html === null ? bentHtml(comment, own, context) : keptHtml(comment, own, own.html, translations, context)
}

function keptHtml(
  { id, quotations }: ShownComment,
  { from, into, engine }: ReadTranslation,
  words: string,
  translations: Translations,
  context: RenderContext,
): Html {
  const { say, language } = context
  const shown = quotations.map((quotation) => rendered(quotation, translations))
  return html`<div class="translation"><div class="words" lang="${into}" dir="auto">${madeSafe(withQuotations(words, shown, context))}</div><p class="quiet">${say('comment-translation.by', { language: nameOf(from, language), engine })} <a class="original" href="${paths.comment(id, language)}" data-again="${say('comment-translation.again')}">${say('comment-translation.original')}</a></p></div>`
}

/** A quoted passage as its own comment was translated, or as the reader's edition has it: what is quoted is never translated by itself. */
function rendered(quotation: ShownQuotation, { read, passageOf }: Translations): ShownQuotation {
  const { of, state, words } = quotation
  if (state !== 'standing' || words === null || of === null) return quotation
  if (of.kind === 'edition') {
    const found = passageOf({ language: of.language, words })
    return found
      ? { ...quotation, words: found.words, of: { kind: 'edition', ...found.of }, translatedInto: found.of.language }
      : quotation
  }
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
