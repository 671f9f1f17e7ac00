/** @NOTE Intraword "_" and "&" without ";" do not act, and escaped they would cut the links made of bare addresses. */
const ACTIVE_ANYWHERE = /[\\`*[\]<>|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~(?=~)|(?<=~)~|&(?=#?[\p{L}\p{N}]+;)/gu
/** @NOTE A line of ":" and "-" below one with "|" makes a table. */
const ACTIVE_AT_START = /^(?:[#+=:-]|\d{1,9}(?=[.)]))/
const HARD_BREAK = '\\\n'

/** Markdown that shows exactly this text: nothing in it acts, and its line breaks stand. */
export function literal(text: string): string {
  return text.split('\n').map(literalLine).join(HARD_BREAK)
}

function literalLine(line: string): string {
  const escaped = line.replace(ACTIVE_ANYWHERE, '\\$&')
  return escaped.replace(ACTIVE_AT_START, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
}
