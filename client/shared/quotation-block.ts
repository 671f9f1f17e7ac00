/** Exact words of a comment or an edition, who said them, and the path where they stand. */
export interface Quoted {
  words: string
  attribution: string
  path: string
}

/** A quotation as the server takes it for one: each line after "> ", the last with the link to the passage. */
export function quotationBlock({ words, attribution, path }: Quoted): string {
  const said = attribution
    .replace(/[[\]()]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return [...words.split('\n'), `— [${said}](${path})`].map((line) => `> ${line}`).join('\n')
}

/** The text with a block put in where the caret is, on lines of its own and never inside another quotation. */
export function withBlock(text: string, caret: number, block: string): { text: string; caret: number } {
  const at = afterQuotation(text, caret)
  const before = text.slice(0, at).trimEnd()
  const head = (before && `${before}\n\n`) + block
  const tail = text.slice(at).replace(/^\s*\n|^\s+$/, '')
  return { text: `${head}\n\n${tail}`, caret: head.length + 2 }
}

function afterQuotation(text: string, caret: number): number {
  const start = text.lastIndexOf('\n', caret - 1) + 1
  if (text[start] !== '>') return caret
  const rest = /^(?:>.*(?:\n|$))+/.exec(text.slice(start))!
  return start + rest[0].length
}
