import { paths } from '../../../addresses/paths.ts'
import {
  type Chain,
  type ChainClaim,
  type ChainPlace,
  type ChainQuote,
  type ChainRelation,
  isClaim,
  isContested,
  notedIn,
  PUT_RIGHT,
} from '../../../domain/sources/early.ts'
import { nameOf } from '../../../kit/language.ts'
import { placeName } from '../../../text/source-marks.ts'
import { dateTimeHtml, partialDateHtml } from '../../html/date-time.ts'
import { sentenceHtml } from '../../html/sentence-html.ts'
import { type Html, html, joined } from '../../html/template.ts'
import { actorHtml, type ChainContext, foreignWords, reportHtml, stepsHtml } from './steps.ts'

/** A comment that quotes what is noted. */
export interface Discussing {
  commentId: number
  label: string
}

/** Where the notes of an edition lead on to. */
export interface NotesContext extends ChainContext {
  /** The edition's own address. */
  slug: string
  /** Who quotes the noted words, by the number of the note. */
  discussing: ReadonlyMap<number, readonly Discussing[]>
  zone: string
  /** What was corrected in the edition, the latest first. */
  corrections: readonly { id: number; claimId?: number | null; at: number }[]
}

/** A note for each claim and quote that the text marks; the marks lead here, and back. */
export function notesHtml(chain: Chain, context: NotesContext): Html | null {
  const noted = notedIn(chain)
  if (noted.length === 0) return null
  const { say } = context
  return html`<section class="chains" aria-labelledby="chains-title"><h2 id="chains-title">${say('chain.title')}</h2>
<ol>${noted.map(
    (one) => html`<li id="s-${one.number}" value="${one.number}">
${isClaim(one) ? claimHtml(one, context) : quoteHtml(one, context)}
${wayOnHtml(one, context)}</li>
`,
  )}</ol></section>`
}

function claimHtml(claim: ChainClaim, context: NotesContext): Html {
  return html`<p class="gist"><b>${claim.gist}</b> ${tagsHtml(claim, context)}${backHtml(claim, context)}</p>
${claim.note ? html`<p>${claim.note}</p>` : null}
${correctedHtml(claim, context)}
${stepsHtml(claim.hops, context)}
${relationsHtml(claim, context)}`
}

/** When it was corrected in public, and where that is said. */
function correctedHtml({ id }: ChainClaim, { say, language, zone, corrections }: NotesContext): Html | null {
  const own = corrections.find(({ claimId }) => claimId === id)
  if (!own) return null
  const when = dateTimeHtml(own.at, 'shortDay', { language, zone })
  return html`<p><a href="#correction-${own.id}">${sentenceHtml(say, 'chain.corrected', { when })}</a></p>`
}

/** What sets a claim apart from what is only reported. */
export function tagsHtml(claim: ChainClaim, { say }: ChainContext): Html {
  const status = claim.status === 'reported' && isContested(claim) ? 'contested' : claim.status
  const tags = [
    claim.kind === 'fact' || claim.kind === 'quote' ? null : say(`claim-kind.${claim.kind}`),
    status === 'reported' ? null : say(`claim-status.${status}`),
  ]
  return html`${tags.map((tag) => tag && html`<span class="tag">${tag}</span> `)}`
}

/** How a claim stands to others; what became of one that was put right is said here, too. */
function relationsHtml({ relations }: ChainClaim, context: ChainContext): Html | null {
  if (relations.length === 0) return null
  const { say } = context
  return html`<ul class="related">${relations.map((relation) => {
    const { type, isBy, status } = relation
    const put = PUT_RIGHT.includes(status) ? html` <span class="tag">${say(`claim-status.${status}`)}</span>` : null
    return html`<li><span class="told">${say(isBy ? `claim-relation-by.${type}` : `claim-relation.${type}`)}</span> ${otherGistHtml(relation, context)}${put}</li>`
  })}</ul>`
}

/** Another claim, with the way to it: in this article, or in the one in which it stands. */
export function otherGistHtml({ gist, number, elsewhere }: ChainRelation, { say }: ChainContext): Html {
  if (number > 0) return html`<a href="#s-${number}">${gist}</a>`
  if (!elsewhere) return html`<bdi>${gist}</bdi>`
  const { language, slug, title } = elsewhere
  const article = html`<a href="${paths.article(language, slug)}#s-${elsewhere.number}" hreflang="${language}"><bdi>${title}</bdi></a>`
  return html`<bdi>${gist}</bdi> <span class="told">${sentenceHtml(say, 'chain.in-article', { article })}</span>`
}

function quoteHtml(quote: ChainQuote, context: NotesContext): Html {
  const { say, language } = context
  const { words, speaker, report, saidOn, originalWords, originalLanguage } = quote
  return html`<figure class="quote-card"><blockquote>${words} ${backHtml(quote, context)}</blockquote>
<figcaption>${joined(
    [
      speaker ? speakerHtml(speaker, context) : html`<b>${say('quote.speakerless')}</b>`,
      report ? reportHtml(report, context) : null,
      saidOn ? partialDateHtml(saidOn, language) : null,
      renderedHtml(quote, context),
    ],
    ' · ',
  )}${
    originalWords
      ? html`<details><summary>${originalLanguage ? say('quote.original-in', { language: nameOf(originalLanguage, language) }) : say('quote.original')}</summary><blockquote class="original">${foreignWords(originalWords, originalLanguage)}</blockquote></details>`
      : null
  }</figcaption></figure>`
}

/** Who is quoted, and as what. */
function speakerHtml(speaker: NonNullable<ChainQuote['speaker']>, { say, language }: ChainContext): Html {
  const name = html`<b>${actorHtml(speaker, language)}</b>`
  return speaker.title ? sentenceHtml(say, 'quote.speaker', { name, title: html`<bdi>${speaker.title}</bdi>` }) : name
}

function renderedHtml({ renderedBy, translator }: ChainQuote, { say }: ChainContext): string | null {
  if (translator) return say('quote.translated-by', { name: translator })
  return renderedBy && say(`rendered-by.${renderedBy}`)
}

/** Back to each passage that is marked. */
function backHtml({ number, places }: { number: number; places: readonly ChainPlace[] }, { say }: ChainContext): Html {
  const marked = places.filter(({ state }) => state === 'marked')
  return html`${marked.map(({ place }) => html` <a class="back" href="#${placeName(number, place)}" role="doc-backlink" aria-label="${say('chain.back')}">↩</a>`)}`
}

/** To the discussion, and to the desk. */
function wayOnHtml(one: ChainClaim | ChainQuote, { say, language, slug, discussing }: NotesContext): Html {
  const kind = isClaim(one) ? 'claim' : 'quote'
  const quoting = discussing.get(one.number) ?? []
  const comments = quoting.map(
    ({ commentId, label }) => html`<a href="${paths.comment(commentId, language)}">${label}</a>`,
  )
  return html`<p class="tools">${quoting.length > 0 ? html`<span>${say('chain.discussed')} ${joined(comments, say('list.between'))}</span>` : null}<a href="${paths.joinAbout(language, slug, kind, one.key)}" rel="nofollow">${say('chain.discuss')}</a>${
    isClaim(one) ? html`<a href="${paths.proposal(one.id, language)}" rel="nofollow">${say('chain.propose')}</a>` : null
  }</p>`
}
