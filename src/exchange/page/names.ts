import type { Person } from '../../domain/people/index.ts'

/** Two names with one key name one person on a page. */
export function pageNameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase()
}

/** The people of a page by their names' keys. */
export type People = ReadonlyMap<string, Person>
