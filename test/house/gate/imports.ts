/** What a file takes from elsewhere, by whatever way of asking for it. */
export interface Import {
  /** As written; undefined where it is computed, which nobody can check. */
  from: string | undefined
  /** Whether only types are taken, so that nothing is left of it at run time. */
  typeOnly: boolean
  /** Whether it is asked for while the program runs, or by another thread. */
  isLate: boolean
  /** The names taken; `*` for all of them, nothing for an import by side effect. */
  names: string[]
}

const GAP = String.raw`(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*\n)*`
const QUOTED = String.raw`(['"\x60])((?:(?!\Q)[^\\\n])+)\Q`
const quoted = (group: number) => QUOTED.replaceAll(String.raw`\Q`, `\\${group}`)
const CLAUSE = String.raw`((?:[\p{ID_Continue}$\s{},*]|\/\*[\s\S]*?\*\/|\/\/[^\n]*\n|(['"])[^'"\n]*\3(?=\s+as\b))*?)`

const STATIC = new RegExp(String.raw`(?<![\p{ID_Continue}$.])(import|export)\b${CLAUSE}\bfrom${GAP}${quoted(4)}`, 'gu')
const SIDE_EFFECT = new RegExp(String.raw`(?<![\p{ID_Continue}$.])import${GAP}${quoted(1)}`, 'gu')
const DYNAMIC = new RegExp(
  String.raw`(?<![\p{ID_Continue}$.])(?:import|require)${GAP}\(${GAP}(?:${quoted(1)}${GAP}[,)])?`,
  'gu',
)
const BESIDE = new RegExp(String.raw`\bnew\s+URL\(${GAP}${quoted(1)}${GAP},${GAP}import\.meta\.url`, 'gu')

/** Every import of a TypeScript file; also what stands in comments and strings, since too much is safer than too little. */
export function importsIn(text: string): Import[] {
  return [
    ...text.matchAll(STATIC).map(([, word, clause = '', , , from]) => ({
      from,
      isLate: false,
      ...taken(word === 'export', clause),
    })),
    ...text.matchAll(SIDE_EFFECT).map(([, , from]) => ({ from, isLate: false, typeOnly: false, names: [] })),
    ...text.matchAll(DYNAMIC).map(([, , from]) => late(from)),
    ...text.matchAll(BESIDE).map(([, , from]) => late(from)),
  ]
}

function late(from: string | undefined): Import {
  return { from: literal(from), isLate: true, typeOnly: false, names: ['*'] }
}

function taken(exported: boolean, clause: string): Pick<Import, 'typeOnly' | 'names'> {
  const words = clause.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*\n/g, ' ').trim()
  const wholeType = /^type\b(?!\s*(?:,|from\b|$))/.test(words)
  const [outside = '', inside] = words.replace(/^type\s+/, '').split(/[{}]/)
  const named = (inside ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  const rest = outside
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  const names = [...rest.map((name) => (name.startsWith('*') ? '*' : 'default')), ...named.map(originalName)]
  const typeOnly =
    wholeType || (rest.length === 0 && named.length > 0 && named.every((name) => name.startsWith('type ')))
  return { typeOnly, names: exported && names.length === 0 ? ['*'] : names }
}

function originalName(name: string): string {
  return name.split(/\s+as\s+/)[0]!.trim()
}

function literal(from: string | undefined): string | undefined {
  return from?.includes('${') ? undefined : from
}
