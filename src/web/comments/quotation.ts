import { paths } from '../../addresses/paths.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { type Html, html } from '../html/template.ts'
import type { RenderContext } from './render-context.ts'

export interface ShownQuotation {
  slot: number
  /** `unkept`: a former wording quoted here before this was kept. */
  state: 'standing' | 'changed' | 'removed' | 'unresolved' | 'unkept'
  /** Null when the quoted words were removed. */
  words: string | null
  of:
    | { kind: 'comment'; id: number; label: string; name: string | null }
    | { kind: 'edition'; language: string; slug: string; title: string }
    | null
  attribution: string
  /** The language of the words, where they are those of the passage's translation. */
  translatedInto?: string
}

/** The only markup in stored HTML that is not yet words; text/ writes it, and a person cannot. */
const SLOT = /<q-slot n="(\d+)"><\/q-slot>/g

/** Fills the slots of a comment's stored HTML from its quotations; a slot without one says that its words are gone. */
export function withQuotations(stored: string, quotations: readonly ShownQuotation[], context: RenderContext): string {
  return filled(stored, quotations, LOST, context)
}

/** The same of a former wording, whose quotations were not always kept: the present ones are not put in their place. */
export function withFormerQuotations(
  stored: string,
  quotations: readonly ShownQuotation[],
  context: RenderContext,
): string {
  return filled(stored, quotations, { ...LOST, state: 'unkept' }, context)
}

type Slotless = Omit<ShownQuotation, 'slot'>

const LOST: Slotless = { state: 'removed', words: null, of: null, attribution: '' }

function filled(
  stored: string,
  quotations: readonly ShownQuotation[],
  missing: Slotless,
  context: RenderContext,
): string {
  return stored.replace(SLOT, (_, slot) => {
    const quotation = quotations.find((q) => q.slot === Number(slot))
    return String(quotationHtml(quotation ?? missing, context))
  })
}

function quotationHtml({ state, words, of, attribution, translatedInto }: Slotless, context: RenderContext): Html {
  const { say } = context
  const shown = state === 'removed' ? null : words
  const source = of ? passageHtml(of, state, state === 'standing' ? words : null, context) : attribution
  const remark = translatedInto
    ? say(of?.kind === 'edition' ? 'comment-translation.of-edition' : 'comment-translation.of-quoted')
    : state === 'standing'
      ? null
      : say(`quotation.${state}`)
  return html`<blockquote class="quotation${state === 'standing' ? null : ` ${state}`}">${
    shown === null ? null : html`<p${translatedInto ? html` lang="${translatedInto}"` : null} dir="auto">${shown}</p>`
  }<footer>${source ? html`<cite>${source}</cite>` : null}${
    remark ? html`<span class="remark">${remark}</span>` : null
  }</footer></blockquote>`
}

/** Who said it and where it stands, as a link to there; in an edition the browser finds the very words. */
function passageHtml(
  of: NonNullable<ShownQuotation['of']>,
  state: ShownQuotation['state'],
  words: string | null,
  { say, language }: RenderContext,
): Html {
  if (of.kind === 'edition') {
    const path = paths.article(of.language, of.slug) + (words ? textFragment(words) : '')
    return sentenceHtml(say, 'quotation.edition', { place: html`<a href="${path}">${of.title}</a>` })
  }
  const place = html`<a href="${paths.comment(of.id, language)}">${of.label}</a>`
  if (state === 'removed') return place
  const name = html`<bdi>${of.name ?? say('comment.nobody')}</bdi>`
  return sentenceHtml(say, 'quotation.comment', { name, place })
}

const LONGEST_WHOLE = 80
const WORDS_AT_EACH_END = 4

/** Names words on a page: whole when short, else by their beginning and end. Source: the WICG text fragments draft. */
function textFragment(words: string): string {
  const all = words.split(/\s+/).filter(Boolean)
  const ends = [all.slice(0, WORDS_AT_EACH_END), all.slice(-WORDS_AT_EACH_END)]
  const parts = words.length <= LONGEST_WHOLE ? [all] : ends
  return `#:~:text=${parts.map((part) => encodeURIComponent(part.join(' ')).replaceAll('-', '%2D')).join(',')}`
}
