import { type Chain, type ChainClaim, isContested } from '../../../domain/sources/early.ts'
import { arrowIn } from '../../html/arrow.ts'
import { type Html, html, joined } from '../../html/template.ts'
import { otherGistHtml, tagsHtml } from './notes.ts'
import { type ChainContext, whoHtml } from './steps.ts'

/** Who says what, and who disputes it; nothing where all agree. @NOTE roles are spelled, for rows that are no table any more on a narrow screen lose theirs. */
export function contestedHtml({ claims }: Chain, context: ChainContext): Html | null {
  const { say } = context
  const contested = claims.filter(isContested)
  if (contested.length === 0) return null
  return html`<section class="contested"><h2 id="contested-title">${say('contested.title')}</h2>
<div class="table" tabindex="0" role="region" aria-labelledby="contested-title"><table role="table">
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${say('contested.said')}</th><th scope="col" role="columnheader">${say('contested.who')}</th><th scope="col" role="columnheader">${say('contested.disputed')}</th></tr></thead>
<tbody role="rowgroup">${contested.map((claim) => rowHtml(claim, claims, context))}</tbody></table></div></section>`
}

function rowHtml(claim: ChainClaim, claims: readonly ChainClaim[], context: ChainContext): Html {
  const disputing = claim.relations.filter(({ type, isBy }) => type === 'contests' && isBy)
  const { say } = context
  return html`<tr role="row"><th scope="row" role="rowheader">${gistHtml(claim, claim.gist)} ${tagsHtml(claim, context)}</th><td role="cell" data-label="${say('contested.who')}">${sayersHtml(claim, context)}</td>
<td role="cell" data-label="${say('contested.disputed')}">${disputing.map((relation) => {
    const other = claims.find(({ id }) => id === relation.claimId)
    return html`<p>${other ? html`${sayersHtml(other, context)}: ${gistHtml(other, relation.gist)}` : otherGistHtml(relation, context)}</p>`
  })}</td></tr>`
}

function gistHtml({ number }: ChainClaim, gist: string): Html {
  return number > 0 ? html`<a href="#s-${number}">${gist}</a>` : html`${gist}`
}

/** Its root, and through whom it came. */
function sayersHtml({ hops }: ChainClaim, context: ChainContext): Html {
  if (hops.length === 0) return html`<span class="told">${context.say('chain.unsourced')}</span>`
  return html`${joined(
    hops.map((hop) => whoHtml(hop, context)),
    arrowIn(context.language),
  )}`
}
