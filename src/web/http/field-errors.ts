import type { Say } from '../../kit/sentences.ts'
import type { Trouble } from '../../kit/trouble.ts'

const FIELDS = ['name', 'mail', 'password'] as const
type Field = (typeof FIELDS)[number]

/** What went wrong, said beside the field that its key begins with, or else above the form. */
export function byField(trouble: Trouble | undefined, say: Say) {
  if (!trouble) return { errors: {}, error: null }
  const sentence = say(trouble.key, trouble.args)
  const field = FIELDS.find((name) => trouble.kind !== 'busy' && trouble.key.startsWith(`${name}.`))
  const errors: Partial<Record<Field, string>> = field ? { [field]: sentence } : {}
  return { errors, error: field ? null : sentence }
}
