import { inertBodyOf } from '../../shared/trusted.ts'
import { markdownOf } from './markdown-of.ts'
import { normalised } from './pasted-html.ts'

/** The Markdown of what was copied elsewhere: its headings, links, lists, emphasis and notes, and nothing else. */
export function pasted(html: string): string {
  const holder = inertBodyOf(withoutOrders(html))
  const notes = normalised(holder).map(
    ({ name, place }) => `[^${name}]: ${markdownOf(place).replace(/\s*\n\s*/g, ' ')}`,
  )
  return [markdownOf(holder), ...notes].filter(Boolean).join('\n\n')
}

/** @NOTE the policy speaks of styles and handlers even where nothing is shown, so that they are parsed under another name. */
function withoutOrders(html: string): string {
  const sheets = /<style\b[\s\S]*?<\/style\s*>/gi
  return html
    .replace(sheets, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(\s)(style|on\w+)(\s*=)/gi, '$1data-$2$3'))
}
