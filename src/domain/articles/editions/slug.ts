/** Words that stand in addresses of our own, so that no article can stand there. */
export const RESERVED: ReadonlySet<string> = new Set(
  (
    'a about account admin api assets c comment corrections desk embed feed first-administrator health live media me outlets ' +
    'parties people person robots rules search section sign-in sign-out sign-up sitemap tag well-known'
  ).split(' '),
)

const LONGEST = 120
const FORM = /^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{Nd}]+(?:-[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{Nd}]+)*$/u

/** The text when it can stand in an address: small letters of any script and digits, joined by hyphens; else undefined. */
export function slugFrom(text: string): string | undefined {
  const fits = text.length <= LONGEST && text === text.normalize('NFC') && FORM.test(text)
  return fits && !RESERVED.has(text) ? text : undefined
}

/** An address made of a title. */
export function slugFor(title: string): string {
  const words =
    title
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{Nd}]+/gu) ?? []
  let slug = ''
  for (const word of words) if (slug.length + word.length < LONGEST) slug += slug ? `-${word}` : word
  return slugFrom(slug.normalize('NFC')) ?? `article${slug ? `-${slug}` : ''}`
}
