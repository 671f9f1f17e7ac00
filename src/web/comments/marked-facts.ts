const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** A comment's HTML with each of these facts marked where it first stands in the words. */
export function withFactsMarked(stored: string, facts: readonly string[]): string {
  const written = facts.map((fact) => fact.trim().replace(/[&<>]/g, (sign) => ENTITIES[sign]!))
  const left = new Set(written.filter((fact) => fact !== ''))
  return stored
    .split(/(<[^>]*>)/)
    .map((part, at) => (at % 2 === 0 ? marked(part, left) : part))
    .join('')
}

function marked(text: string, left: Set<string>): string {
  for (const fact of left) {
    const at = text.indexOf(fact)
    if (at < 0) continue
    left.delete(fact)
    const after = text.slice(at + fact.length)
    return `${marked(text.slice(0, at), left)}<mark>${fact}</mark>${marked(after, left)}`
  }
  return text
}
