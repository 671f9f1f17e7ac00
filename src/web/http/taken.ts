import { z } from 'zod'
import { Trouble } from '../../kit/trouble.ts'
import { isList, type Shape } from './shapes.ts'

/** Where the values of fields are found: an address, its query, a form. */
export interface Source {
  /** Undefined where it was not sent, or more than once. */
  one(name: string): string | undefined
  all(name: string): readonly string[]
}

/** Reads fields of such a shape; throws for the first that is wrong, and names all that are. */
export function reader<S extends Shape>(shape: S, kind: 'missing' | 'invalid' = 'invalid') {
  const schema = z.object(shape)
  const none = {} as z.output<typeof schema>
  const names = Object.entries(shape).map(([name, field]) => [name, isList(field)] as const)
  return (source: Source): z.output<typeof schema> => {
    if (names.length === 0) return none
    const values = names.map(([name, isList]) => [name, isList ? source.all(name) : source.one(name)] as const)
    const read = schema.safeParse(Object.fromEntries(values))
    if (!read.success) throw troubleOf(read.error, kind)
    return read.data
  }
}

/** Gives such fields back as they were typed; what was not sent is empty. */
export function typist(shape: Shape) {
  const names = Object.entries(shape).map(([name, field]) => [name, isList(field)] as const)
  return (source: Source) =>
    Object.fromEntries(names.map(([name, isList]) => [name, isList ? source.all(name) : (source.one(name) ?? '')]))
}

const SENTENCE = /^[a-z-]+(\.[a-z-]+)+$/

function troubleOf({ issues }: z.ZodError, kind: 'missing' | 'invalid'): Trouble {
  const keys = issues.map(({ path, message }) => [String(path[0]), sentenceOr(message)] as const)
  const [[field, key]] = keys as [(typeof keys)[number]]
  return new Trouble(kind, key, { field }, { fields: Object.fromEntries(keys) })
}

/** A schema that names no sentence is told in a general one. */
function sentenceOr(message: string): string {
  return SENTENCE.test(message) ? message : 'form.field-wrong'
}
