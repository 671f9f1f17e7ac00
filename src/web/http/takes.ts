import type { Shape } from './shapes.ts'
import type { Files } from './uploads.ts'

/** What a resource takes, part by part of a request. */
export interface Takes<
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Form extends Shape = Shape,
  Sent extends Files = Files,
> {
  /** Parts of the address besides the language; what they name must be there. */
  params?: Params
  query?: Query
  form?: Form
  /** Files that come with the form; they are read when it is known that the one who asks may, and gone when they are answered. */
  files?: Sent
  /** Which field a trouble is about, by its key or the first part of that, where it is not the field's own name. */
  about?: Readonly<Record<string, string>>
}
