import { paths } from '../../../addresses/paths.ts'
import { type Chain, factsOf } from '../../../domain/sources/early.ts'
import { type Html, html } from '../../html/template.ts'
import type { ChainContext } from './steps.ts'

/** On what the article rests, in numbers; with the way to the drawing of it. */
export function factsHtml(
  chain: Chain,
  { say, language, slug }: ChainContext & { slug: string },
  isDrawn = false,
): Html | null {
  if (chain.claims.length === 0) return null
  const { claims, outlets, roots, unnamed, contested } = factsOf(chain)
  const row = (key: string, value: string | number) => html`<dt>${say(key)}</dt><dd>${value}</dd>`
  return html`<dl class="rests-on">${row('facts.claims', claims)}${row('facts.outlets', outlets)}${row('facts.roots', roots)}${
    roots > 0 ? row('facts.unnamed', say('facts.of', { count: unnamed, all: roots })) : null
  }${contested > 0 ? row('facts.contested', contested) : null}</dl>
${isDrawn ? null : html`<p><a href="${paths.articleSources(language, slug)}">${say('facts.more')}</a></p>`}`
}
