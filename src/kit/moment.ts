/** Now, as it stands in the names of files: 20261130-101500. */
export function moment(): string {
  return new Date()
    .toISOString()
    .replace(/[-:]|\..*$/g, '')
    .replace('T', '-')
}
