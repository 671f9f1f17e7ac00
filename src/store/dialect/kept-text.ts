/** The text as both databases can keep it. @NOTE PostgreSQL knows no U+0000, and SQLite's own functions end a text there. */
export function kept(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '\ufffd') : text
}

/** The same for whatever is handed to a database. */
export function keptValues(values: readonly unknown[]): readonly unknown[] {
  return values.some(isUnkept) ? values.map((value) => (typeof value === 'string' ? kept(value) : value)) : values
}

function isUnkept(value: unknown): boolean {
  return typeof value === 'string' && value.includes('\0')
}
