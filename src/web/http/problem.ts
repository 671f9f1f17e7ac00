import type { Say } from '../../kit/sentences.ts'
import type { Trouble } from '../../kit/trouble.ts'
import { json } from './answers.ts'
import type { Takes } from './takes.ts'
import { wrongWith } from './wrong.ts'

const BROKEN = 'page.broken'

/** What went wrong, for programs: `key` is the same in every language. Source: RFC 9457, where "about:blank" says that the status tells the type. */
export function problem(trouble: Trouble | undefined, takes: Takes, say: Say): Response {
  if (!trouble) return problemDetails({ title: say('error.broken'), status: 500, detail: say(BROKEN), key: BROKEN })
  const { status, sentence: detail, errors } = wrongWith(trouble, takes, say)
  const byField = Object.entries(errors).map(([field, words]) => ({
    field,
    key: trouble.fields[field] ?? trouble.key,
    detail: words,
  }))
  const title = say(`error.${trouble.kind}`)
  return problemDetails({ title, status, detail, key: trouble.key, ...(byField.length > 0 && { errors: byField }) })
}

function problemDetails(problem: { status: number } & Record<string, unknown>): Response {
  const type = { 'content-type': 'application/problem+json; charset=utf-8' }
  return json({ type: 'about:blank', ...problem }, problem.status, type)
}
