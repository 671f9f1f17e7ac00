import MarkdownIt, { type MarkdownIt as Markdown, type StateBlock, type StateCore, type Token } from 'markdown-it'
import { showable } from '../kit/characters.ts'
import { addressesAlone } from './address-alone.ts'
import { addressLength } from './bare-address.ts'
import { mayLeadTo, readable } from './links.ts'

/** Blocks nest this deep at most; what is deeper becomes one plain paragraph. It bounds the work per line. */
export const DEEPEST = 20

/** CommonMark 0.31 as it stands, with HTML off. */
export function bareMarkdown(): Markdown {
  return new MarkdownIt('commonmark', { html: false, maxNesting: DEEPEST })
}

/** What comments and articles share: safe links, bare web addresses linked, pictures as links, no endless nesting. */
export function ourMarkdown(): Markdown {
  const md = bareMarkdown().set({ linkify: true }).enable('linkify')
  md.validateLink = mayLeadTo
  const decoded = md.normalizeLinkText.bind(md)
  md.normalizeLinkText = (address) => readable(decoded(address))
  md.core.ruler.before('normalize', 'showable', (state) => {
    state.src = showable(state.src)
  })
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })
  for (const schema of ['ftp:', 'mailto:', '//']) md.linkify.add(schema, null)
  for (const schema of ['http:', 'https:']) md.linkify.add(schema, { validate: addressLength })
  md.block.ruler.before('blockquote', 'too_deep', tooDeep)
  md.core.ruler.push('addresses_alone', addressesAlone)
  md.core.ruler.push('pictures_as_links', picturesAsLinks)
  md.renderer.rules.fence = (tokens, index) => preformatted(md, tokens[index]!)
  return md
}

/** @NOTE Beyond maxNesting markdown-it drops the remaining lines; here they stay as words. A list adds two levels. */
function tooDeep(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (silent || state.level < DEEPEST - 2) return false
  state.push('paragraph_open', 'p', 1).map = [startLine, endLine]
  const inline = state.push('inline', '', 0)
  inline.content = state.getLines(startLine, endLine, state.blkIndent, false).trim()
  inline.map = [startLine, endLine]
  inline.children = []
  state.push('paragraph_close', 'p', -1)
  state.line = endLine
  return true
}

/** No page of ours loads a picture that a person linked: the picture's description leads to it instead. */
function picturesAsLinks(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.children?.some((child) => child.type === 'image')) token.children = withoutPictures(state, token.children)
  }
}

function withoutPictures({ md, env, Token: New }: StateCore, children: Token[]): Token[] {
  let links = 0
  return children.flatMap((child) => {
    links += child.type === 'link_open' ? 1 : child.type === 'link_close' ? -1 : 0
    if (child.type !== 'image') return [child]
    const source = String(child.attrGet('src') ?? '')
    const text = new New('text', '', 0)
    text.content = md.renderer.renderInlineAsText(child.children ?? [], md.options, env) || source
    if (links > 0 || source === '') return [text]
    const open = new New('link_open', 'a', 1)
    open.attrs = (child.attrs ?? []).flatMap(([name, value]) =>
      name === 'src' ? [['href', value]] : name === 'title' ? [['title', value]] : [],
    )
    return [open, text, new New('link_close', 'a', -1)]
  })
}

/** Fenced code like indented code: the language after the fence is not kept, and attributes stand on the <pre>. */
function preformatted(md: Markdown, token: Token): string {
  return `<pre${md.renderer.renderAttrs(token)}><code>${md.utils.escapeHtml(token.content)}</code></pre>\n`
}
