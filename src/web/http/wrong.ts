import type { Say } from '../../kit/sentences.ts'
import type { Trouble } from '../../kit/trouble.ts'
import { STATUS } from './status.ts'
import type { Takes } from './takes.ts'

/** What was wrong with a request, as its form or a problem tells it. */
export interface Wrong {
  trouble: Trouble
  status: number
  sentence: string
  /** The sentences that stand beside a field, by its name. */
  errors: Readonly<Record<string, string>>
  /** The sentence where it is about no field. */
  error: string | null
}

/** Finds the fields that a trouble is about: those that it names, or else the one that its key begins with. */
export function wrongWith(trouble: Trouble, takes: Takes, say: Say): Wrong {
  const { kind, args, fields } = trouble
  const status = STATUS[kind]
  const sentence = hasGrownOld(trouble) ? say('form.stale') : say(trouble.key, args)
  const named = Object.entries(fields).map(([field, key]) => [field, say(key, { ...args, field })] as const)
  if (named.length > 0) return { trouble, status, sentence, errors: Object.fromEntries(named), error: null }
  const field = fieldOf(trouble, takes)
  return { trouble, status, sentence, errors: field ? { [field]: sentence } : {}, error: field ? null : sentence }
}

/** Whether a form was sent before, or shows what has changed since: it comes back as a new one that can be sent. */
export function hasGrownOld({ key }: Trouble): boolean {
  return key === 'form.stale' || key === 'form.other-body'
}

/** @NOTE whatever is busy is no field's fault, though its name may be one's. */
function fieldOf({ kind, key }: Trouble, { query = {}, form = {}, about = {} }: Takes): string | undefined {
  if (kind === 'busy') return
  const subject = key.split('.')[0]!
  const field = about[key] ?? about[subject] ?? subject
  return Object.hasOwn(form, field) || Object.hasOwn(query, field) ? field : undefined
}
