export type TroubleKind = 'invalid' | 'missing' | 'forbidden' | 'conflict' | 'gone' | 'busy'
export type TroubleArgs = Readonly<Record<string, string | number>>

/** The only error whose words a reader sees: `key` names a sentence in words/, `args` fill it. */
export class Trouble extends Error {
  override name = 'Trouble'
  readonly kind: TroubleKind
  readonly key: string
  readonly args: TroubleArgs

  constructor(kind: TroubleKind, key: string, args: TroubleArgs = {}, options?: ErrorOptions) {
    super(`${kind}: ${key}`, options)
    this.kind = kind
    this.key = key
    this.args = args
  }
}
