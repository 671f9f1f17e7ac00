import type { StateCore, Token } from 'markdown-it'
import { ourMarkdown } from './markdown.ts'
import { pullQuotes } from './pull-quotes.ts'
import { sanitisedArticle } from './sanitise.ts'

/** The HTML of an article's Markdown; the nth top-level block bears the id `p-<n>`, so that a passage can be linked to. */
export function articleHtml(body: string): string {
  return sanitisedArticle(markdown.renderer.render(articleTokens(body), markdown.options, {}))
}

/** The Markdown tokens of an article. */
export function articleTokens(body: string): Token[] {
  return markdown.parse(body, {})
}

const HIGHEST_HEADING = 2
const LOWEST_HEADING = 4

const markdown = ourMarkdown()
markdown.core.ruler.push('headings_of_articles', headingsOfArticles)
markdown.core.ruler.push('pull_quotes', pullQuotes)
markdown.core.ruler.push('block_ids', blockIds)

/** The page's own title is the only h1, and nothing below h4 has a look of its own. */
function headingsOfArticles({ tokens }: StateCore): void {
  for (const token of tokens) {
    if (!token.type.startsWith('heading_')) continue
    const level = Number(token.tag.slice(1))
    token.tag = `h${Math.min(Math.max(level, HIGHEST_HEADING), LOWEST_HEADING)}`
  }
}

function blockIds({ tokens }: StateCore): void {
  const blocks = tokens.filter(({ level, nesting }) => level === 0 && nesting >= 0)
  blocks.forEach((block, index) => {
    block.attrSet('id', `p-${index + 1}`)
  })
}
