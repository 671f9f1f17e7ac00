import path from 'node:path'
import { sha256 } from '../../kit/hash.ts'

/** "parley.css" becomes "parley-0123456789.css". */
export function fileFor(name: string, bytes: Uint8Array): string {
  const { name: stem, ext } = path.parse(name)
  return `${stem}-${sha256(bytes).slice(0, 10)}${ext}`
}

/** "parley-0123456789.css" is "parley.css", and "map-ABCD2345.js", as the bundler names it, "map.js". */
export function nameOf(file: string): string {
  return file.replace(/-(?:[0-9a-f]{10}|[0-9A-Z]{8})(?=\.\w+$)/, '')
}
