/** So far from the beginning a page may say in which charset it is. @NOTE browsers look again where it says so later than the standard's 1,024 bytes. */
const PRESCANNED = 32_768

/** @NOTE the mark at the beginning counts before all else. Source: Encoding, section 6.1, "decode". */
const MARKS: readonly [mark: string, label: string][] = [
  ['\xef\xbb\xbf', 'utf-8'],
  ['\xfe\xff', 'utf-16be'],
  ['\xff\xfe', 'utf-16le'],
]

/** What pages of a language are written in that do not say so, and are not in UTF-8. Source: HTML, "determining the character encoding", step 9. */
const USUAL: Readonly<Record<string, string>> = {
  ar: 'windows-1256',
  az: 'windows-1254',
  ba: 'windows-1251',
  be: 'windows-1251',
  bg: 'windows-1251',
  cs: 'windows-1250',
  el: 'iso-8859-7',
  et: 'windows-1257',
  fa: 'windows-1256',
  he: 'windows-1255',
  hr: 'windows-1250',
  hu: 'iso-8859-2',
  ja: 'shift_jis',
  kk: 'windows-1251',
  ko: 'euc-kr',
  ku: 'windows-1254',
  ky: 'windows-1251',
  lt: 'windows-1257',
  lv: 'windows-1257',
  mk: 'windows-1251',
  pl: 'iso-8859-2',
  ru: 'windows-1251',
  sk: 'windows-1250',
  sl: 'iso-8859-2',
  sr: 'windows-1251',
  tg: 'windows-1251',
  th: 'windows-874',
  tr: 'windows-1254',
  tt: 'windows-1251',
  uk: 'windows-1251',
  vi: 'windows-1258',
  zh: 'gb18030',
}

/** The text of a page in the charset of its mark, of its server or of itself; where none says so, in UTF-8 or in what is usual for its language. */
export function pageText(body: Uint8Array, contentType: string | undefined): string {
  const beginning = Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, PRESCANNED)).toString('latin1')
  const marked = MARKS.find(([mark]) => beginning.startsWith(mark))?.[1]
  const said = marked ?? charsetIn(contentType) ?? inPage(beginning)
  const text = decoderFor(said).decode(body)
  return said || !isBroken(text) ? text : decoderFor(usualFor(beginning)).decode(body)
}

/** Whether more of what is no ASCII was lost than kept. */
function isBroken(text: string): boolean {
  const lost = text.match(/\ufffd/g)?.length ?? 0
  return lost > 0 && lost > (text.match(/[\u0080-\ufffc]/g)?.length ?? 0)
}

function usualFor(beginning: string): string {
  const language = /<html[^>]{0,500}?\slang\s*=\s*["']?([a-z]{2})/i.exec(beginning)?.[1]
  return USUAL[language?.toLowerCase() ?? ''] ?? 'windows-1252'
}

function charsetIn(contentType: string | undefined): string | undefined {
  return /charset\s*=\s*["']?([\w-]+)/i.exec(contentType ?? '')?.[1]
}

/** @NOTE whoever can read that it says UTF-16 does not read UTF-16. Source: HTML, "prescan a byte stream". */
function inPage(beginning: string): string | undefined {
  const said = /<meta\s[^>]{0,300}?charset\s*=\s*["']?([\w-]+)/i.exec(beginning)?.[1]
  return said && /^utf-16/i.test(said) ? 'utf-8' : said
}

function decoderFor(label = 'utf-8'): TextDecoder {
  try {
    return new TextDecoder(label)
  } catch {
    return new TextDecoder()
  }
}
