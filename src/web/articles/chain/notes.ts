import { paths } from '../../../addresses/paths.ts'
import {
  type Chain,
  type ChainClaim,
  type ChainPlace,
  type ChainQuote,
  isClaim,
  isContested,
  notedIn,
} from '../../../domain/sources/index.ts'
import { nameOf } from '../../../kit/language.ts'
import { placeName } from '../../../text/source-marks.ts'
import { type Html, html, joined } from '../../html/template.ts'
import { actorHtml, type ChainContext, foreignWords, partialDateHtml, reportHtml, stepsHtml } from './steps.ts'

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
${stepsHtml(claim.hops, context)}
${relationsHtml(claim, context)}`
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

function relationsHtml({ relations }: ChainClaim, { say }: ChainContext): Html | null {
  if (relations.length === 0) return null
  return html`<ul class="related">${relations.map(
    ({ type, isBy, gist, number }) =>
      html`<li><span class="told">${say(isBy ? `claim-relation-by.${type}` : `claim-relation.${type}`)}</span> ${
        number > 0 ? html`<a href="#s-${number}">${gist}</a>` : html`<bdi>${gist}</bdi>`
      }</li>`,
  )}</ul>`
}

function quoteHtml(quote: ChainQuote, context: NotesContext): Html {
  const { say, language } = context
  const { words, speaker, report, saidOn, originalWords, originalLanguage } = quote
  return html`<figure class="quote-card"><blockquote>${words} ${backHtml(quote, context)}</blockquote>
<figcaption>${joined(
    [
      speaker
        ? html`<b>${actorHtml(speaker)}</b>${speaker.title ? html`, ${speaker.title}` : null}`
        : html`<b>${say('quote.speakerless')}</b>`,
      report ? reportHtml(report) : null,
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
  return html`<p class="tools">${quoting.length > 0 ? html`<span>${say('chain.discussed')} ${joined(comments, ', ')}</span>` : null}<a href="${paths.joinAbout(language, slug, kind, one.key)}" rel="nofollow">${say('chain.discuss')}</a>${
    isClaim(one) ? html`<a href="${paths.proposal(one.id, language)}" rel="nofollow">${say('chain.propose')}</a>` : null
  }</p>`
}
