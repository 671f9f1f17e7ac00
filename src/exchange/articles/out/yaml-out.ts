import { stringify } from 'yaml'

/** YAML as an export writes it: what says nothing is left out, and no line is folded. */
export function yamlOut(value: Readonly<Record<string, unknown>>): string {
  const said = Object.entries(value).filter(([, one]) => one !== undefined && one !== null && !isEmpty(one))
  return said.length === 0 ? '' : stringify(Object.fromEntries(said), { lineWidth: 0, aliasDuplicateObjects: false })
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}
