/** What the process answers with when it ends; docs/commands.md lists the same table. */
export const EXIT = {
  done: 0,
  unexpected: 1,
  input: 2,
  newerDatabase: 3,
  locked: 4,
  diskFull: 5,
  readOnly: 6,
  oldSqlite: 7,
  addressInUse: 8,
  unreachable: 9,
} as const

export type Exit = (typeof EXIT)[keyof typeof EXIT]

/** An error that the operator reads on the terminal: one English sentence that says what is wrong, where, and what to do. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly exit: Exit

  constructor(sentence: string, exit: Exit = EXIT.input, options?: ErrorOptions) {
    super(sentence, options)
    this.exit = exit
  }
}
