/** The path on this site that a field names, to go on to; undefined for anything that would lead elsewhere. */
export function ownPath(text: string | null | undefined, origin: string): string | undefined {
  if (!text?.startsWith('/') || !URL.canParse(text, origin)) return
  const { origin: host, pathname, search, hash } = new URL(text, origin)
  const isOwn =
    host === origin && !pathname.startsWith('//') && pathname.length + search.length + hash.length <= LONGEST
  return isOwn ? pathname + search + hash : undefined
}

const LONGEST = 2_000
