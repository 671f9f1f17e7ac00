/** Quotation marks that open in one of our languages, each with the marks that stand inside it. */
const INSIDE: Readonly<Record<string, readonly [open: string, close: string]>> = {
  '“': ['‘', '’'],
  '„': ['‚', '‘'],
  '«': ['“', '”'],
}
/** Inside « » Russian and Ukrainian put „ “. Source: Milchin, Tcheltsova, Spravochnik izdatelya i avtora, 2003, 2.1.16. */
const INSIDE_CYRILLIC = ['„', '“'] as const

const QUOTED = /(?:&quot;|["“„«])([^"“”„«»&]*)(?:&quot;|["”“»])/gu

/** A text, or HTML of ours, that stands behind this opening mark: what is quoted within takes the marks of the second level. */
export function nestedQuotes(text: string, opening: string): string {
  const marks = opening === '«' && /\p{Script=Cyrillic}/u.test(text) ? INSIDE_CYRILLIC : INSIDE[opening]
  if (!marks) return text
  return text.replace(/<[^>]*>|[^<]+/g, (piece) =>
    piece.startsWith('<') ? piece : piece.replace(QUOTED, (_, quoted) => marks[0] + quoted + marks[1]),
  )
}
