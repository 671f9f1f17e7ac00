import { createRequire } from 'node:module'
import type * as saxes from 'saxes'
import { lazy } from '../../../../kit/lazy.ts'
import { Trouble } from '../../../../kit/trouble.ts'
import type { GlossaryEntry, GlossaryForm } from '../entry.ts'
import type { RawEntry } from './file-entry.ts'

const require = createRequire(import.meta.url)
/** Reads XML strictly, without what its document type names, by `saxes`. */
const library = lazy((): typeof saxes => require('saxes'))

const STATUS = { locked: 'preferredTerm-admn-sts', proposed: 'admittedTerm-admn-sts' }
/** A term of this type is a further form of the one before it. */
const VARIANT = 'variant'

/** The glossary as TermBase eXchange. Source: ISO 30042:2019, dialect TBX-Basic, in the style with categories as attributes. */
export function tbxOf(
  entries: readonly Pick<GlossaryEntry, 'id' | 'kind' | 'note' | 'forms'>[],
  { language, title }: { language: string; title: string },
): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="${language}" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>${escaped(title)}</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
${entries.map(conceptOf).join('')}</body></text>
</tbx>
`
}

function conceptOf({ id, kind, note, forms }: Pick<GlossaryEntry, 'id' | 'kind' | 'note' | 'forms'>): string {
  const said = note === '' ? '' : `<note>${escaped(note)}</note>\n`
  return `<conceptEntry id="c${id}">
<descrip type="subjectField">${kind}</descrip>
${said}${forms.map(languageSection).join('')}</conceptEntry>
`
}

function languageSection({ language, form, isLocked, inflected }: GlossaryForm): string {
  const status = isLocked ? STATUS.locked : STATUS.proposed
  const others = inflected.map((one) => termSection(one, ['termType', VARIANT])).join('')
  return `<langSec xml:lang="${language}">
${termSection(form, ['administrativeStatus', status])}${others}</langSec>
`
}

function termSection(term: string, [type, value]: readonly [string, string]): string {
  return `<termSec><term>${escaped(term)}</term><termNote type="${type}">${value}</termNote></termSec>
`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

interface Term {
  words: string
  status: string
  type: string
}

type OpenForm = Omit<RawEntry['forms'][number], 'inflected'> & { inflected: string[] }
type OpenEntry = Omit<RawEntry, 'forms'> & { forms: OpenForm[] }

/** Elements of the standard, under the names that its version of 2008 has for them, too. */
const CONCEPT = new Set(['conceptEntry', 'termEntry'])
const LANGUAGE = new Set(['langSec', 'langSet'])
const TERM = new Set(['termSec', 'tig', 'ntig'])
const ROOTS = new Set(['tbx', 'martif'])

/** Reads such a file, in either style. Throws Trouble where it is no XML, or no TBX. */
export function tbxEntries(text: string): RawEntry[] {
  const parser = new (library().SaxesParser)()
  const entries: OpenEntry[] = []
  const open: string[] = []
  let entry: OpenEntry | undefined
  let language = ''
  let term: Term | undefined
  /** What the words within the present element say. */
  let category = ''
  let words = ''

  parser.on('opentag', ({ name, attributes }) => {
    const local = localName(name)
    if (open.length === 0 && !ROOTS.has(local)) throw new Trouble('invalid', 'glossary-file.no-tbx')
    open.push(local)
    words = ''
    category = attributes.type ?? local
    if (CONCEPT.has(local)) entry = { line: parser.line, kind: '', note: '', forms: [] }
    else if (LANGUAGE.has(local)) language = attributes['xml:lang'] ?? ''
    else if (TERM.has(local)) term = { words: '', status: '', type: '' }
  })
  const add = (more: string) => {
    words += more
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', ({ name }) => {
    const local = localName(name)
    open.pop()
    const said = words.trim()
    words = ''
    if (!entry) return
    if (CONCEPT.has(local)) {
      entries.push(entry)
      entry = undefined
    } else if (TERM.has(local) && term) {
      addTerm(entry, language, term)
      term = undefined
    } else if (LANGUAGE.has(local)) language = ''
    else if (local === 'term' && term) term.words = said
    else if (term && category === 'administrativeStatus') term.status = said
    else if (term && category === 'termType') term.type = said
    else if (language === '' && category === 'subjectField') entry.kind = said
    else if (language === '' && local === 'note') entry.note = said
    category = ''
  })
  readBy(parser, text)
  return entries
}

function readBy(parser: saxes.SaxesParser, text: string): void {
  try {
    parser.write(text).close()
  } catch (error) {
    if (error instanceof Trouble) throw error
    throw new Trouble('invalid', 'glossary-file.xml', { line: parser.line }, { cause: error })
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** The first term of a language is its form; variants, and whatever else stands beside it, are recognised, too. */
function addTerm(entry: OpenEntry, language: string, { words, status, type }: Term): void {
  const form = entry.forms.find((one) => one.language === language)
  if (form) form.inflected.push(...(/^(?:deprecated|superseded)/.test(status) ? [] : [words]))
  else if (type !== VARIANT) entry.forms.push({ language, form: words, state: status, inflected: [] })
}
