import { paths } from '../../../addresses/paths.ts'
import type { ChainActor, ChainHop, ChainReport } from '../../../domain/sources/index.ts'
import { directionOf, nameOf } from '../../../kit/language.ts'
import type { Say } from '../../../kit/sentences.ts'
import { keptWordsHtml, linkNotes, sourceLinkHtml } from '../../cited/index.ts'
import { dayHtml, partialDateHtml } from '../../html/date-time.ts'
import { type Html, type HtmlPart, html, joined } from '../../html/template.ts'

/** What chains are told in. */
export interface ChainContext {
  language: string
  say: Say
}

/** How a claim came here, step by step, from its root to this review. */
export function stepsHtml(hops: readonly ChainHop[], context: ChainContext): Html {
  const { say } = context
  if (hops.length === 0) return html`<p class="quiet">${say('chain.unsourced')}</p>`
  return html`<ol class="steps">${hops.map((hop) => html`<li>${stepHtml(hop, context)}</li>`)}<li class="here">${say('chain.this-review')}</li></ol>`
}

/** One step: who, what they did, when, and where that stands. */
export function stepHtml(hop: ChainHop, context: ChainContext): Html {
  const { say, language } = context
  const details = joined(
    [
      say(`hop-relation.${hop.relation}`),
      hop.language && nameOf(hop.language, language),
      hop.saidOn ? partialDateHtml(hop.saidOn, language) : dayOf(hop.report, language),
      hop.anonymity === 'partly-identified' || hop.anonymity === 'document' ? say(`anonymity.${hop.anonymity}`) : null,
      hop.report ? say(hop.isSeen ? 'chain.seen' : 'chain.unseen') : null,
      ...(hop.report ? linkNotes(hop.report, language, say) : []),
    ],
    ' · ',
  )
  const thanks = hop.thanks ? html` <span class="told">${say('chain.thanks', { name: hop.thanks })}</span>` : null
  const report = hop.report ? html`${sourceLinkHtml(hop.report)} ` : null
  return html`<b class="who">${whoHtml(hop, context)}</b> ${report}<span class="told">${details}</span>${thanks}${hop.report && keptWordsHtml(hop.report, language, say)}`
}

/** Who stands at a step: a name that leads to their page, or what a nameless one is called. */
export function whoHtml(
  { actor, descriptor, anonymity }: Pick<ChainHop, 'actor' | 'descriptor' | 'anonymity'>,
  { say, language }: ChainContext,
): Html {
  if (actor) return actorHtml(actor, language)
  return html`<bdi>${descriptor || say(`anonymity.${anonymity}`)}</bdi>`
}

/** The same as plain words. */
export function whoWords(
  { actor, descriptor, anonymity }: Pick<ChainHop, 'actor' | 'descriptor' | 'anonymity'>,
  say: Say,
): string {
  return actor?.name || descriptor || say(`anonymity.${anonymity}`)
}

/** A name that leads to what was cited of whoever bears it. */
export function actorHtml({ kind, key, name }: ChainActor, language: string): Html {
  const path = kind === 'outlet' ? paths.outlet(language, key) : paths.party(language, key)
  return html`<a class="actor" href="${path}"><bdi>${name}</bdi></a>`
}

/** A report by its title, which leads to it, with what became of it. */
export function reportHtml(report: ChainReport, { say, language }: ChainContext): Html {
  const notes = linkNotes(report, language, say)
  const told = notes.length > 0 ? html` <span class="told">${joined(notes, ' · ')}</span>` : null
  return html`${sourceLinkHtml(report)}${told}${keptWordsHtml(report, language, say)}`
}

function dayOf(report: ChainReport | null, language: string): HtmlPart {
  return report?.publishedOn ? dayHtml(report.publishedOn, 'shortDay', language) : null
}

/** Words of another language than the page's, marked as such. */
export function foreignWords(words: string, language: string | null): Html {
  return language
    ? html`<span lang="${language}" dir="${directionOf(language)}">${words}</span>`
    : html`<bdi>${words}</bdi>`
}
