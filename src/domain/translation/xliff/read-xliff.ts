import { SaxesParser, type SaxesTagNS } from 'saxes'
import { Trouble } from '../../../kit/trouble.ts'

/** A unit as it came back. */
export interface ReadUnit {
  id: string
  source: string
  /** Undefined where it has none. */
  target: string | undefined
  /** Whether it holds marks of another program, which stand for something that is not here. */
  hasCodes: boolean
}

export interface ReadXliff {
  from: string
  to: string
  units: ReadUnit[]
}

const NAMESPACE = 'urn:oasis:names:tc:xliff:document:2.'
/** Marks around words that say something about them and change nothing in them. */
const REMARKS = ['mrk', 'sm', 'em']
const MOST_UNITS = 10_000

/** Reads a file of XLIFF 2; throws Trouble where it is none. @NOTE nothing is fetched, and entities of the file's own are refused by the parser. */
export function readXliff(xml: string): ReadXliff {
  const found: ReadXliff = { from: '', to: '', units: [] }
  const parser = new SaxesParser({ xmlns: true })
  let unit: ReadUnit | undefined
  let inside: 'source' | 'target' | undefined
  let isXliff = false

  const add = (text: string) => {
    if (!unit || !inside) return
    if (inside === 'source') unit.source += text
    else unit.target = (unit.target ?? '') + text
  }
  const opened = (tag: SaxesTagNS) => {
    if (!tag.uri.startsWith(NAMESPACE)) return
    const attribute = (name: string) => tag.attributes[name]?.value ?? ''
    if (tag.local === 'xliff') {
      isXliff = true
      found.from = attribute('srcLang')
      found.to = attribute('trgLang')
    } else if (tag.local === 'unit') unit = { id: attribute('id'), source: '', target: undefined, hasCodes: false }
    else if (tag.local === 'source' || tag.local === 'target') {
      inside = tag.local
      if (inside === 'target') add('')
    } else if (tag.local === 'cp') add(characterOf(attribute('hex')))
    else if (inside && unit && !REMARKS.includes(tag.local)) unit.hasCodes = true
  }
  const closed = ({ local, uri }: SaxesTagNS) => {
    if (!uri.startsWith(NAMESPACE)) return
    if (local === 'source' || local === 'target') inside = undefined
    if (local !== 'unit' || !unit) return
    if (found.units.length >= MOST_UNITS) throw new Trouble('invalid', 'xliff.too-many', { limit: MOST_UNITS })
    found.units.push(unit)
    unit = undefined
  }
  parser.on('opentag', opened)
  parser.on('closetag', closed)
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('error', (error) => {
    throw new Trouble('invalid', 'xliff.not-xml', { why: error.message.slice(0, LONGEST_REASON) })
  })
  parser.write(xml.replace(/^\uFEFF/, '')).close()
  if (!isXliff) throw new Trouble('invalid', 'xliff.none')
  return found
}

const LONGEST_REASON = 200

function characterOf(hex: string): string {
  const code = Number.parseInt(hex, 16)
  return code > 0 && code < 0x110000 && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : ''
}
