import type { Shape } from './shapes.ts'

/** What a resource takes, part by part of a request. */
export interface Takes<Params extends Shape = Shape, Query extends Shape = Shape, Form extends Shape = Shape> {
  /** Parts of the address besides the language; what they name must be there. */
  params?: Params
  query?: Query
  form?: Form
  /** Which field a trouble is about, by its key or the first part of that, where it is not the field's own name. */
  about?: Readonly<Record<string, string>>
}
