/** What the JSON-LD of a page says of its article. */
export interface JsonLdFacts {
  title: string | undefined
  outlet: string | undefined
  language: string | undefined
  authors: string[]
  published: string | undefined
}

type Node = Record<string, unknown>

const ARTICLE = /(?:Article|Posting|Report|Review|ScholarlyArticle)$/
const MOST_NODES = 500

/** The first article that the blocks tell of, or else the first page. Blocks that are no JSON are passed over. */
export function jsonLdFacts(blocks: readonly string[]): JsonLdFacts {
  const nodes = nodesIn(blocks.map(parsed))
  const byId = new Map(nodes.flatMap((node) => (typeof node['@id'] === 'string' ? [[node['@id'], node] as const] : [])))
  const named = (value: unknown) => namesIn(value, byId)
  const article = nodes.find((node) => isOf(node, ARTICLE)) ?? nodes.find((node) => isOf(node, /Page$/))
  if (!article) return { title: undefined, outlet: undefined, language: undefined, authors: [], published: undefined }
  const spoken = [article, ...nodes.filter((node) => isOf(node, /(?:Page|WebSite)$/))]
  return {
    title: textIn(article.headline) ?? textIn(article.name),
    outlet: named(article.publisher)[0] ?? named(article.sourceOrganization)[0],
    language: spoken.map(({ inLanguage }) => tagIn(inLanguage)).find(Boolean),
    authors: named(article.author),
    published: textIn(article.datePublished),
  }
}

/** @NOTE much of what pages hold is JSON but for line breaks within strings, a comma too many, and what other languages put around it. */
function parsed(block: string): unknown {
  const open = block.replaceAll('<![CDATA[', '').replaceAll(']]>', '').replace(CONTROLS, ' ')
  const bare = open.slice(Math.max(0, open.search(/[{[]/)), Math.max(open.lastIndexOf('}'), open.lastIndexOf(']')) + 1)
  return json(bare) ?? json(bare.replace(/,(?=\s*[}\]])/g, ''))
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these may stand in JSON between its tokens alone
const CONTROLS = /[\0-\x1f]/g

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Every node at the top of the blocks and in their graphs, as many as are looked at. */
function nodesIn(blocks: readonly unknown[]): Node[] {
  const found: Node[] = []
  const waiting = [...blocks]
  while (waiting.length > 0 && found.length < MOST_NODES) {
    const next = waiting.shift()
    if (Array.isArray(next)) waiting.push(...next.slice(0, MOST_NODES))
    else if (next && typeof next === 'object') {
      const node = next as Node
      found.push(node)
      for (const within of [node['@graph'], node.mainEntity, node.mainEntityOfPage])
        if (typeof within === 'object') waiting.push(within)
    }
  }
  return found
}

function isOf(node: Node, type: RegExp): boolean {
  const types = Array.isArray(node['@type']) ? node['@type'] : [node['@type']]
  return types.some((one) => typeof one === 'string' && type.test(one))
}

function namesIn(value: unknown, byId: ReadonlyMap<string, Node>): string[] {
  const all = Array.isArray(value) ? value.slice(0, MOST_NODES) : [value]
  return all.flatMap((one) => {
    if (typeof one === 'string') return /^https?:/.test(one) ? [] : [one]
    if (!one || typeof one !== 'object') return []
    const node = one as Node
    return textIn(node.name) ?? textIn(byId.get(String(node['@id']))?.name) ?? []
  })
}

/** @NOTE a language may be a thing with a name in English, and its tag beside it. Source: schema.org, Language. */
function tagIn(value: unknown): string | undefined {
  const one = Array.isArray(value) ? value[0] : value
  return (one && typeof one === 'object' && textIn((one as Node).alternateName)) || textIn(one)
}

function textIn(value: unknown): string | undefined {
  if (Array.isArray(value)) return textIn(value[0])
  if (typeof value === 'string' && value.trim() !== '') return value
  if (value && typeof value === 'object' && '@value' in value) return textIn(value['@value'])
  if (value && typeof value === 'object' && 'name' in value) return textIn(value.name)
}
