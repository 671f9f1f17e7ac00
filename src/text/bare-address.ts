/** Who asks, where, and at which door: all that stands between `//` and the path. Letters of any script may be in a name. */
const AUTHORITY =
  /\/\/(?:[^\s/?#@<>"'`\\]{1,100}@)?(?:\[[\da-f:.]{2,45}\]|[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_\p{Join_Control}-]|\.(?=[\p{L}\p{N}_]))*)(?::\d{1,5})?/iuy
/** A country's name in Latin letters ends where other letters begin: words that are written without a space. */
const NAME_IN_LATIN = /\.[a-z]{2,}(?=[^\p{ASCII}])(?=[\p{L}\p{M}\p{N}]*$)/iu

/** White space, what addresses are put into, and ends of sentences after which no space is written. */
const ENDS = /[[\s\p{Cc}<>"`\\\u200b\u2060。，；？！、]\p{Bidi_Control}]/v

const PAIRS: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '«': '»',
  '‹': '›',
  '„': '“',
  '“': '”',
  '（': '）',
  '「': '」',
  '『': '』',
  '【': '】',
  '〈': '〉',
  '《': '》',
}
/** What ends a sentence, parts it or quotes it is not the end of an address; a mark that closes a pair may be. */
const LAST_OF_SENTENCE = /[[\p{Terminal_Punctuation}\p{Quotation_Mark}\u00b7\u2013\u2014\u2026*_~\|^]--[»›“”」』〉》]]/v

/**
 * How long the web address is that goes on behind a scheme's colon at this place: a path holds whatever browsers and
 * encyclopedias put there, brackets and quotation marks by pairs, and not the end of the sentence around it.
 */
export function addressLength(text: string, at: number): number {
  AUTHORITY.lastIndex = at
  const authority = AUTHORITY.exec(text)?.[0]
  if (authority === undefined) return 0
  const name = NAME_IN_LATIN.exec(authority)
  if (name) return name.index + name[0].length
  const start = at + authority.length
  if (!/[/?#]/.test(text[start] ?? '')) return authority.length
  const path = pathAt(text, start)
  return authority.length + withoutLast(path, text.slice(start + path.length)).length
}

/** More than any browser takes; what goes on longer is cut there. */
const LONGEST_PATH = 4_000
const TURNING = new RegExp(`[${ENDS.source}\\(\\)\\[\\]\\{\\}«»‹›„“”（）「」『』【】〈〉《》]`, 'gv')

function pathAt(text: string, start: number): string {
  const longest = text.slice(start, start + LONGEST_PATH)
  const open: { at: number; closer: string }[] = []
  for (const { 0: mark, index } of longest.matchAll(TURNING)) {
    const closer = PAIRS[mark]
    if (open.at(-1)?.closer === mark) open.pop()
    else if (closer) open.push({ at: index, closer })
    else return longest.slice(0, open[0]?.at ?? index)
  }
  return longest.slice(0, open[0]?.at)
}

function withoutLast(path: string, after: string): string {
  let end = path.length
  while (end > 0 && LAST_OF_SENTENCE.test(path[end - 1]!) && !belongs(path.slice(0, end), path.slice(end) + after))
    end--
  return path.slice(0, end)
}

/** An initial, or a title's last word that is written short: "D.C.", "Robert_E.", "Apple_Inc.". */
const SHORT = /(?:[._]\p{Lu}|(?<![\p{L}\p{N}])\p{L}\.\p{L}|_(?:Bros|Co|Corp|Dr|etc|Inc|Jr|Ltd|Mr|Mrs|Sr|St|vs))\.$/u
/** A title between single quotation marks. */
const QUOTED = /[/_(](?:'[^/'’]*'|‘[^/'’]*’)$/
/** A title of an encyclopedia with its exclamation mark, in a sentence that goes on. */
const EXCLAIMED = { title: /^\/wiki\/[^/]*[\p{L}\p{N}]!+$/u, after: /^ \p{Ll}/u }

/** Whether the last mark is of what the address names. */
function belongs(path: string, after: string): boolean {
  if (SHORT.test(path) || QUOTED.test(path)) return true
  return EXCLAIMED.title.test(path) && EXCLAIMED.after.test(after)
}
