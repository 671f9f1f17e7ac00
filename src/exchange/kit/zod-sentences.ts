import type { z } from 'zod'

type Issue = z.core.$ZodIssue

const KINDS: Readonly<Record<string, string>> = {
  string: 'text (where it looks like a number, put it in quotes)',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
}

/** What is wrong, said to somebody who edits the file. */
export function sentenceOf(issue: Issue, given: unknown): string {
  const name = nameOf(issue.path)
  if (issue.code === 'unrecognized_keys')
    return `${listOf(issue.keys)} ${issue.keys.length > 1 ? 'are' : 'is'} not known here.`
  if (issue.code === 'custom') return `${name} ${issue.message}`
  if (issue.code === 'invalid_key')
    return `${quoted(String(issue.path.at(-1)))} ${issue.issues[0]?.message ?? 'is no key here.'}`
  if (valueAt(given, issue.path) === undefined) return `${name} is missing.`
  if (issue.code === 'invalid_type') return `${name} should be ${KINDS[issue.expected] ?? issue.expected}.`
  if (issue.code === 'invalid_value') return `${name} should be one of ${listOf(issue.values.map(String))}.`
  if (issue.code === 'too_small') return `${name} is empty.`
  return `${name}: ${issue.message}.`
}

/** “bylines, 2, role”: the keys and places that lead there, counted from one. */
function nameOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'The whole'
  return quoted(path.map((key) => (typeof key === 'number' ? key + 1 : String(key))).join(', '))
}

function listOf(names: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names.map(quoted))
}

function quoted(text: string): string {
  return `“${text}”`
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], value)
}
