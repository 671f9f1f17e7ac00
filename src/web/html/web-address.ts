/** An address on the web that may stand in a link; undefined for any other scheme, such as `javascript:`. */
export function webAddress(text: string | null | undefined): string | undefined {
  const url = text && URL.canParse(text) ? new URL(text) : undefined
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : undefined
}
