/** So far from the beginning a page may say in which charset it is. Source: HTML, "prescan a byte stream". */
const PRESCANNED = 1024

/** The text of a page in the charset that its server says, or else the page itself; in UTF-8 where neither does. */
export function pageText(body: Uint8Array, contentType: string | undefined): string {
  const beginning = new TextDecoder('latin1').decode(body.subarray(0, PRESCANNED))
  const said =
    /charset\s*=\s*["']?([\w-]+)/i.exec(contentType ?? '') ?? /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(beginning)
  return decoderFor(said?.[1]).decode(body)
}

function decoderFor(label = 'utf-8'): TextDecoder {
  try {
    return new TextDecoder(label)
  } catch {
    return new TextDecoder()
  }
}
