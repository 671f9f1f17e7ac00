/** A type of the server's as its JSON is read here, where an id is a number like any other. */
export type AsJson<T> = T extends string
  ? string & T
  : T extends number
    ? number
    : T extends readonly (infer One)[]
      ? AsJson<One>[]
      : T extends object
        ? { [Key in keyof T]: AsJson<T[Key]> }
        : T
