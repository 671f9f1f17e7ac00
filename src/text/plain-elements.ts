const WORDS = '[^<>&\\0\\r]+|&(?:amp|lt|gt|quot);'
const PART = new RegExp(`(?:${WORDS})|<br />|<(/?)(p|strong|em|code)>`, 'y')

/**
 * Whether HTML consists of words and of paragraphs and emphasis that bear no attribute, each closed where it was opened,
 * no paragraph in anything and none deeper than that: what a wall that lets these elements pass would leave as it is, but
 * for quotation marks.
 */
export function hasPlainElementsOnly(html: string, deepest: number): boolean {
  const open: string[] = []
  for (PART.lastIndex = 0; PART.lastIndex < html.length; ) {
    const part = PART.exec(html)
    if (!part) return false
    const [, closing, element] = part
    if (element === undefined) continue
    if (closing ? open.pop() !== element : open.push(element) > (element === 'p' ? 1 : deepest)) return false
  }
  return open.length === 0
}
