/** Stands for whichever site this is. */
const HERE = 'https://here.invalid'
const LONGEST = 2_000

/** The path on this site that a field names, to go on to; undefined for anything that would lead elsewhere. */
export function ownPath(text: string | undefined): string | undefined {
  if (!text?.startsWith('/') || !URL.canParse(text, HERE)) return
  const { origin, pathname, search, hash } = new URL(text, HERE)
  const isOwn =
    origin === HERE && !pathname.startsWith('//') && pathname.length + search.length + hash.length <= LONGEST
  return isOwn ? pathname + search + hash : undefined
}
