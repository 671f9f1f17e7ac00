import { createRequire } from 'node:module'
import type * as csvParse from 'csv-parse/sync'
import { languageFrom } from '../../../../kit/language.ts'
import { lazy } from '../../../../kit/lazy.ts'
import { Trouble } from '../../../../kit/trouble.ts'
import type { GlossaryEntry } from '../entry.ts'
import type { RawEntry } from './file-entry.ts'

const require = createRequire(import.meta.url)
/** Reads tables as RFC 4180 has them, by `csv-parse`. */
const library = lazy((): typeof csvParse => require('csv-parse/sync'))

/** The columns that a language has beside its own. */
const BESIDE = ['state', 'inflected'] as const

/** A table with an entry on each line: what it is, a note, and of each language the form, its state, and further forms. */
export function csvOf(entries: readonly Pick<GlossaryEntry, 'kind' | 'note' | 'forms'>[]): string {
  const languages = [...new Set(entries.flatMap(({ forms }) => forms.map(({ language }) => language)))].toSorted()
  const header = ['kind', 'note', ...languages.flatMap((one) => [one, ...BESIDE.map((name) => `${one} ${name}`)])]
  const lines = entries.map(({ kind, note, forms }) => [
    kind,
    note,
    ...languages.flatMap((language) => {
      const form = forms.find((one) => one.language === language)
      return form ? [form.form, form.isLocked ? 'locked' : 'proposed', form.inflected.join('; ')] : ['', '', '']
    }),
  ])
  return [header, ...lines].map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')
}

function cellOf(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

interface Column {
  at: number
  language: string
  state: number | undefined
  inflected: number | undefined
}

/** Reads such a table; commas, semicolons and tabs may stand between. Throws Trouble where its first line says nothing. */
export function csvEntries(text: string): RawEntry[] {
  const [header, ...rows] = rowsOf(text)
  if (!header) throw new Trouble('invalid', 'glossary-file.empty')
  const names = header.cells.map((cell) => cell.trim().toLowerCase())
  const columns = columnsOf(header.cells.map((cell) => cell.trim()))
  if (columns.length === 0) throw new Trouble('invalid', 'glossary-file.no-language')
  const cellAt = (cells: readonly string[], at: number | undefined) => (at === undefined ? '' : (cells[at] ?? ''))
  return rows.map(({ line, cells }) => ({
    line,
    kind: cellAt(cells, placeOf(names, 'kind')),
    note: cellAt(cells, placeOf(names, 'note')),
    forms: columns.map(({ at, language, state, inflected }) => ({
      language,
      form: cellAt(cells, at),
      state: cellAt(cells, at === undefined ? undefined : state),
      inflected: cellAt(cells, inflected).split(';'),
    })),
  }))
}

function placeOf(names: readonly string[], name: string): number | undefined {
  const at = names.indexOf(name)
  return at < 0 ? undefined : at
}

/** @NOTE by its form alone any word of up to eight letters is a tag; those in use begin with two or three. */
const TAG = /^[a-z]{2,3}(?:-|$)/i

function columnsOf(names: readonly string[]): Column[] {
  const small = names.map((name) => name.toLowerCase())
  const columns: Column[] = []
  for (const [at, name] of names.entries()) {
    const [language, beside] = name.split(/\s+/)
    if (small[at] === 'kind' || small[at] === 'note' || name === '') continue
    const isKnown = TAG.test(language!) && languageFrom(language!) !== undefined
    if (!isKnown || (beside !== undefined && !BESIDE.some((one) => one === beside.toLowerCase())))
      throw new Trouble('invalid', 'glossary-file.column', { column: name.slice(0, 50) })
    if (beside !== undefined) continue
    const placed = (what: string) => placeOf(small, `${language!.toLowerCase()} ${what}`)
    columns.push({ at, language: language!, state: placed('state'), inflected: placed('inflected') })
  }
  return columns
}

interface Row {
  line: number
  cells: string[]
}

function rowsOf(text: string): Row[] {
  const first = text.slice(0, text.indexOf('\n') < 0 ? text.length : text.indexOf('\n'))
  const delimiter = [',', ';', '\t'].toSorted((a, b) => first.split(b).length - first.split(a).length)[0]!
  const options = { bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true } as const
  try {
    const read = library().parse(text, options) as unknown as { record: string[]; info: { lines: number } }[]
    return read.map(({ record, info }) => ({ line: info.lines, cells: record }))
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? 1
    throw new Trouble('invalid', 'glossary-file.csv', { line }, { cause: error })
  }
}
