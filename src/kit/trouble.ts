export type TroubleKind = 'invalid' | 'missing' | 'forbidden' | 'conflict' | 'gone' | 'too-many' | 'busy'
export type TroubleArgs = Readonly<Record<string, string | number>>

export interface TroubleOptions extends ErrorOptions {
  /** The sentence for each field that is wrong, by the field's name, where that is known. */
  fields?: Readonly<Record<string, string>>
  /** After how long it is worth trying again. */
  retryAfterSeconds?: number
}

/** The only error whose words a reader sees: `key` names a sentence in words/, `args` fill it. */
export class Trouble extends Error {
  override name = 'Trouble'
  readonly kind: TroubleKind
  readonly key: string
  readonly args: TroubleArgs
  readonly fields: Readonly<Record<string, string>>
  readonly retryAfterSeconds: number | undefined

  constructor(kind: TroubleKind, key: string, args: TroubleArgs = {}, options: TroubleOptions = {}) {
    super(`${kind}: ${key}`, options)
    this.kind = kind
    this.key = key
    this.args = args
    this.fields = options.fields ?? {}
    this.retryAfterSeconds = options.retryAfterSeconds
  }
}

/** The trouble that an error is, or that a library has put words of its own around. */
export function troubleIn(error: unknown): Trouble | undefined {
  return [error, error instanceof Error && error.cause].find((one) => one instanceof Trouble)
}
