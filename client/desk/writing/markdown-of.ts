const MARKS: Readonly<Record<string, string>> = { b: '**', strong: '**', i: '*', em: '*', cite: '*' }
const HEADINGS: Readonly<Record<string, string>> = { h2: '## ', h3: '### ', h4: '#### ' }
const BLOCKS =
  'p, div, section, article, main, header, footer, aside, figure, figcaption, blockquote, ul, ol, li, dl, dt, dd, h2, h3, h4, pre, hr, address, summary'

/** Markdown of elements of which only headings, links, lists, emphasis and quotations are told. @NOTE a library for this parses a string as it loads, which the policy of Trusted Types forbids. */
export function markdownOf(root: ParentNode & Node): string {
  return blocksIn(root).join('\n\n')
}

/** Each block as lines of its own; what stands between blocks is a paragraph. */
function blocksIn(parent: Node): string[] {
  const blocks: string[] = []
  let loose: Node[] = []
  const end = () => {
    const words = paragraph(loose)
    if (words !== '') blocks.push(words)
    loose = []
  }
  for (const node of parent.childNodes) {
    if (!isBlock(node)) {
      loose.push(node)
      continue
    }
    end()
    blocks.push(...blockOf(node))
  }
  end()
  return blocks
}

function isBlock(node: Node): node is Element {
  return node instanceof Element && (node.matches(BLOCKS) || node.querySelector(BLOCKS) !== null)
}

function blockOf(element: Element): string[] {
  const name = element.localName
  if (name === 'ul' || name === 'ol') return [listOf(element)].filter(Boolean)
  if (name === 'blockquote') return [quoted(blocksIn(element).join('\n\n'))].filter((words) => words !== '> ')
  const sign = HEADINGS[name]
  if (!sign) return blocksIn(element)
  const words = paragraph([...element.childNodes])
  return words === '' ? [] : [sign + words]
}

function quoted(words: string): string {
  return words.replace(/^/gm, '> ').replace(/^> $/gm, '>')
}

/** @NOTE Google Docs puts a list below an item beside it, not into it. */
function listOf(list: Element): string {
  const items: string[] = []
  for (const item of list.children) {
    const words = item.matches('ul, ol') ? listOf(item) : blocksIn(item).join('\n')
    if (item.matches('ul, ol') && items.length > 0) items.push(`${items.pop()}\n${words}`)
    else items.push(words)
  }
  return items
    .filter((words) => words !== '')
    .map((words, index) => {
      const sign = list.localName === 'ol' ? `${index + 1}. ` : '- '
      return sign + words.replaceAll('\n', `\n${' '.repeat(sign.length)}`)
    })
    .join('\n')
}

function paragraph(nodes: readonly Node[]): string {
  const words = nodes.map(inline).join('')
  return atStart(
    words
      .replace(/[ \t\u00a0]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim(),
  )
}

/** What would make something else of a line that begins with it. */
function atStart(words: string): string {
  return words.replace(/^(\s*)(#{1,6} |> ?|[-+] |\d+[.)] )/gm, (_, space: string, sign: string) =>
    /\d/.test(sign) ? `${space}${sign.replace(/([.)])/, '\\$1')}` : `${space}\\${sign}`,
  )
}

function inline(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return escaped(node.textContent!.replace(/\s+/g, ' '))
  if (!(node instanceof Element)) return ''
  if (node.localName === 'br') return '\n'
  if (node.localName === 'cited-note') return `[^${node.getAttribute('name')}]`
  const inside = [...node.childNodes].map(inline).join('')
  const mark = MARKS[node.localName]
  if (mark) return marked(inside, mark)
  const address = node.localName === 'a' ? node.getAttribute('href') : null
  return address === null || inside.trim() === '' ? inside : around(inside, '[', `](${addressIn(address)})`)
}

/** Marks stand at the words, never at a space. */
function marked(inside: string, mark: string): string {
  return inside.trim() === '' || inside.trim().startsWith(mark) ? inside : around(inside, mark, mark)
}

function around(inside: string, before: string, after: string): string {
  const [, start, words, end] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inside)!
  return `${start}${before}${words}${after}${end}`
}

function addressIn(address: string): string {
  return address
    .replace(/[\s()<>]/g, encodeURIComponent)
    .replaceAll('(', '%28')
    .replaceAll(')', '%29')
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]]|<(?=[a-z/!])/gi, '\\$&')
}
