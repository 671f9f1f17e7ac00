const WORD = /[\p{L}\p{M}\p{N}]+(?:[-'’][\p{L}\p{M}\p{N}]+)*/gu

/** Words as people count them: "well-known" and "don't" are one each. */
export function wordCount(text: string): number {
  return text.match(WORD)?.length ?? 0
}
