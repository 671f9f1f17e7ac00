/** A text of the program that begins like an address of the product: a slash and a word, by itself or after an origin. */
const SPELLED = /(?<=['"`])(?:\$\{[^{}`]*\})?\/(?:[a-z]|\$\{)[^'"`\n]*(?=['"`])|\?language=\$\{/g

/** Addresses are spelled in src/addresses/; a list of routes has patterns of them, and the file of the account library names that one's endpoints. */
const AT_HOME = /^src\/addresses\/|^src\/web\/(?:[^/]+\/){1,3}routes\.ts$|\/account-library\.ts$/

/** The addresses that a file of src/ spells by hand. */
export function addressesSpelledIn(file: string, text: string): string[] {
  if (!file.startsWith('src/') || AT_HOME.test(file)) return []
  const code = text.replace(/^\s*(?:\/?\*|\/\/).*$/gm, '')
  return [...code.matchAll(SPELLED)].map(([address]) => `${address} is spelled by hand; src/addresses/ spells it`)
}
