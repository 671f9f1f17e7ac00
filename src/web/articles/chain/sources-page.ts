import { paths } from '../../../addresses/paths.ts'
import type { Chain } from '../../../domain/sources/index.ts'
import { partialDateHtml } from '../../html/date-time.ts'
import type { Frame } from '../../html/frame.ts'
import { layout } from '../../html/layout.ts'
import { type Html, html } from '../../html/template.ts'
import { contestedHtml } from './contested.ts'
import { drawingHtml } from './drawing.ts'
import { factsHtml } from './facts.ts'
import { tagsHtml } from './notes.ts'
import { type ChainContext, reportHtml, whoHtml } from './steps.ts'

export interface SourcesShown {
  edition: { language: string; slug: string; title: string }
  editions: readonly { language: string; slug: string }[]
  chain: Chain
}

/** How everything in an article came to it: drawn, counted, and in a table. */
export function sourcesPage(frame: Frame, { edition, editions, chain }: SourcesShown, context: ChainContext): Html {
  const { say } = context
  const { language, slug, title } = edition
  const article = paths.article(language, slug)
  return layout(
    frame,
    {
      title: say('sources-page.title', { title }),
      path: paths.articleSources(language, slug),
      alternates: editions.map((to) => ({ language: to.language, path: paths.articleSources(to.language, to.slug) })),
    },
    html`<link rel="stylesheet" href="${frame.asset('chains.css')}"><div class="page sources-page"><header class="part"><h1><a href="${article}">${title}</a></h1>
<p class="tools">${say('sources-page.lead')} <a href="${article}">${say('sources-page.back')}</a> · <a href="${paths.sourcesJson(language, slug)}" type="application/json">${say('sources-page.json')}</a></p></header>
${factsHtml(chain, { ...context, slug }, true)}
${drawingHtml(chain, context)}
${contestedHtml(chain, context)}
<section><h2 id="chain-table">${say('sources-page.table')}</h2>
<div class="table" tabindex="0" role="region" aria-labelledby="chain-table"><table role="table"><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${say('sources-page.claim')}</th><th scope="col" role="columnheader">${say('sources-page.steps')}</th><th scope="col" role="columnheader">${say('sources-page.report')}</th></tr></thead>
<tbody role="rowgroup">${chain.claims.map((claim) => rowsHtml(claim, article, context))}</tbody></table></div></section></div>`,
    say,
  )
}

function rowsHtml(claim: Chain['claims'][number], article: string, context: ChainContext): Html {
  const { say, language } = context
  const { hops, gist, number } = claim
  const head = html`<th scope="row" role="rowheader"${hops.length > 1 ? html` rowspan="${hops.length}"` : null}><a href="${article}#s-${number}">${gist}</a> ${tagsHtml(claim, context)}</th>`
  if (hops.length === 0)
    return html`<tr role="row">${head}<td role="cell" colspan="2" class="told">${say('chain.unsourced')}</td></tr>`
  return html`${hops.map(
    (
      hop,
      index,
    ) => html`<tr role="row">${index === 0 ? head : null}<td role="cell">${index + 1}. ${whoHtml(hop, context)} <span class="told">${say(`hop-relation.${hop.relation}`)}${hop.saidOn ? html` · ${partialDateHtml(hop.saidOn, language)}` : null}</span></td>
<td role="cell">${hop.report ? reportHtml(hop.report, context) : null}</td></tr>
`,
  )}`
}
