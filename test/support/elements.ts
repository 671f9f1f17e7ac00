import sanitizeHtml from 'sanitize-html'
import type { Allowed } from '../../src/text/sanitise.ts'

/** Every element that a parser finds in the HTML, in order, with how deep it stands. */
export function elementsOf(html: string): { name: string; attribs: Record<string, string>; depth: number }[] {
  const found: ReturnType<typeof elementsOf> = []
  let depth = 0
  sanitizeHtml(html, {
    onOpenTag: (name, attribs) => {
      depth++
      found.push({ name, attribs: { ...attribs }, depth })
    },
    onCloseTag: () => {
      depth--
    },
  })
  return found
}

/** What an allowlist does not allow in the HTML, in words; nothing where all is well. */
export function notAllowed(html: string, allowed: Allowed): string[] {
  return elementsOf(html).flatMap(({ name, attribs }) => {
    if (!Object.hasOwn(allowed, name)) return [`<${name}>`]
    const rules = new Map(Object.entries(allowed[name] ?? {}))
    return Object.entries(attribs)
      .filter(([attribute, value]) => !rules.get(attribute)?.(value))
      .map(([attribute, value]) => `<${name} ${attribute}="${value}">`)
  })
}
