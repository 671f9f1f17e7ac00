import type { MarkdownIt, Token } from 'markdown-it'
import footnote from 'markdown-it-footnote'

interface Note {
  /** From 0, in the order in which notes are cited. */
  id: number
  /** Which of the places that cite it. */
  subId?: number
}

/** `[^name]` leads to a note at the end, and from there back to each place that cites it: a source cited twice is one note. */
export function footnotes(md: MarkdownIt): void {
  md.use(footnote)
  md.renderer.rules.footnote_ref = (tokens, index) => {
    const note = noteOf(tokens[index]!)
    return `<sup class="note"><a href="#n-${note.id + 1}" id="${placeOf(note)}" role="doc-noteref">${note.id + 1}</a></sup>`
  }
  md.renderer.rules.footnote_block_open = () => '<section class="notes" role="doc-endnotes">\n<ol>\n'
  md.renderer.rules.footnote_block_close = () => '</ol>\n</section>\n'
  md.renderer.rules.footnote_open = (tokens, index) => `<li id="n-${noteOf(tokens[index]!).id + 1}">`
  md.renderer.rules.footnote_close = () => '</li>\n'
  md.renderer.rules.footnote_anchor = (tokens, index) =>
    ` <a href="#${placeOf(noteOf(tokens[index]!))}" class="back" role="doc-backlink">↩</a>`
}

/** Whether a link leads from a note to its places or back, as only we make them. */
export function leadsToNote(href: string): boolean {
  return /^#(?:n-\d{1,6}|r-\d{1,6}(?:-\d{1,6})?)$/.test(href)
}

function noteOf({ meta }: Token): Note {
  const { id, subId } = meta as Note & Record<string, unknown>
  return subId === undefined ? { id } : { id, subId }
}

function placeOf({ id, subId }: Note): string {
  return `r-${id + 1}${subId ? `-${subId + 1}` : ''}`
}
