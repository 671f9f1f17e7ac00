/** Two names with one key name one person on a page. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase()
}
