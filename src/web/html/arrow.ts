import { directionOf } from '../../kit/language.ts'

/** Between what was and what is, the way the language runs: no arrow turns by itself. */
export function arrowIn(language: string): string {
  return directionOf(language) === 'rtl' ? ' ← ' : ' → '
}
