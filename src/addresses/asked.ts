/** A link says in which language its page is; a form carries that itself. */
export function inLanguage(language: string | undefined): string {
  return language ? `?language=${language}` : ''
}

/** An address with what is asked of it; without a language, as forms are sent there. */
export function placeAsked(
  path: string,
  language: string | undefined,
  asked: Readonly<Record<string, string | number>>,
): string {
  if (!language) return path
  const query = new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]))
  return `${path}?language=${language}${query.size > 0 ? `&${query}` : ''}`
}
