import { raw, html as tagged } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { carried } from '../../kit/characters.ts'

/** Markup that has already been made safe; everything else is escaped on its way into a page. */
export type Html = HtmlEscapedString

export type HtmlPart = Html | string | number | false | null | undefined | readonly HtmlPart[]

/** Builds markup at once: strings are escaped, lists are joined, nothing stands for `null`, `undefined` and `false`. */
export function html(strings: TemplateStringsArray, ...parts: HtmlPart[]): Html {
  return tagged(strings, ...parts.map(carriedPart)) as Html
}

/** Takes HTML that text/ made from a person's words; nothing else may come in by this door. */
export function madeSafe(htmlString: string): Html {
  return raw(carried(htmlString))
}

/** The same markup as one string. @NOTE one that was put together stays a tree of its pieces, through which every page it stands in would have to go. */
export function inOnePiece(markup: Html): Html {
  return raw(Buffer.from(String(markup)).toString())
}

function carriedPart(part: HtmlPart): HtmlPart {
  if (typeof part === 'string') return carried(part)
  return Array.isArray(part) ? part.map(carriedPart) : part
}

/** Puts a mark between the parts that are there. */
export function joined(parts: readonly HtmlPart[], mark: HtmlPart): HtmlPart {
  return parts.filter(present).map((part, at) => (at === 0 ? part : [mark, part]))
}

function present(part: HtmlPart) {
  return part !== null && part !== undefined && part !== false
}
