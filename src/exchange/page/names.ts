/** Two names with one key name one person on a page. */
export function pageNameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase()
}
