import type { StateCore, Token } from 'markdown-it'
import { footnotes } from './footnotes.ts'
import { ourMarkdown } from './markdown.ts'
import { picturesByName } from './picture-names.ts'
import { pullQuotes } from './pull-quotes.ts'
import { sanitisedArticle } from './sanitise.ts'
import { sourceMarks } from './source-marks.ts'
import { tables } from './tables.ts'
import { type PictureNamed, pictureWords, textPictures } from './text-pictures.ts'

/** The HTML of an article's Markdown; the nth top-level block bears the id `p-<n>`, so that a passage can be linked to. */
export function articleHtml(body: string, pictureNamed?: PictureNamed): string {
  const env = { pictureNamed }
  return sanitisedArticle(markdown.renderer.render(markdown.parse(body, env), markdown.options, env))
}

/** The Markdown tokens of an article. */
export function articleTokens(body: string, pictureNamed?: PictureNamed): Token[] {
  return markdown.parse(body, { pictureNamed })
}

/** The same with the names of notes that nothing cites, which are not shown. */
export function parsedArticle(body: string, pictureNamed?: PictureNamed): { tokens: Token[]; uncited: string[] } {
  const env: { pictureNamed: typeof pictureNamed; footnotes?: { refs?: Record<string, number> } } = { pictureNamed }
  const tokens = markdown.parse(body, env)
  const uncited = Object.entries(env.footnotes?.refs ?? {}).filter(([, number]) => number < 0)
  return { tokens, uncited: uncited.map(([name]) => name.slice(1)) }
}

const HIGHEST_HEADING = 2
const LOWEST_HEADING = 4

const markdown = ourMarkdown().use(tables).use(footnotes).use(picturesByName).use(pictureWords).use(sourceMarks)
markdown.core.ruler.before('pictures_as_links', 'text_pictures', textPictures)
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

/** The notes at the end have names of their own. */
function blockIds({ tokens }: StateCore): void {
  const notes = tokens.findIndex(({ type }) => type === 'footnote_block_open')
  const blocks = tokens
    .slice(0, notes < 0 ? undefined : notes)
    .filter(({ level, nesting }) => level === 0 && nesting >= 0)
  blocks.forEach((block, index) => {
    block.attrSet('id', `p-${index + 1}`)
  })
}
