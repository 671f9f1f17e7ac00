/** Looks from time to time at something that hurts when it fails, before anybody needs it. */
export interface Watch {
  about: string
  everyMs: number
  /** What is wrong, in a sentence. */
  look(): Promise<string | undefined>
}
