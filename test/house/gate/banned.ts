import type { Import } from './imports.ts'

interface Ban {
  pattern: RegExp
  why: string
  /** Files of src/ (or folders, ending in a slash) where it is at home, each reviewed. */
  but: readonly string[]
}

const BANS: readonly Ban[] = [
  {
    pattern: /sqlite|postgres/i,
    why: 'databases differ in src/store/dialect/ alone',
    but: [
      'src/store/dialect/',
      // The two files that ask each database for its own full text search.
      'src/domain/search/fts5.ts',
      'src/domain/search/tsvector.ts',
      // The name by which better-auth's adapter knows the database is part of what a dialect says of itself.
      'src/store/database.ts',
      // Sentences for the operator, who chose the database and reads its name.
      'src/settings.ts',
      'src/kit/refusal.ts',
      'src/cli/commands.ts',
      'src/cli/backup.ts',
      'src/cli/restore.ts',
      'src/cli/doctor.ts',
      'src/cli/move.ts',
      'src/cli/upgrade.ts',
      'src/cli/version.ts',
    ],
  },
  { pattern: /\bmkdir(?:Sync)?\b/, why: 'Node tries for ever in /proc', but: ['src/kit/folder.ts'] },
  { pattern: /\bMath\s*\.\s*random\b/, why: 'use node:crypto', but: [] },
  {
    pattern: /\b(?:form|query|params)\s*\.\s*(?:one|all)\s*\(/,
    why: 'a route declares what it takes',
    // The machinery, and the address that an article had before, which any route may ask for.
    but: ['src/web/http/', 'src/web/app.ts', 'src/web/articles/former-address.ts'],
  },
  { pattern: /\bsql\s*\.\s*raw\b/, why: 'a text that becomes SQL', but: [] },
  {
    pattern: /\bsql\s*\.\s*lit(?:eral)?\b/,
    why: 'a value belongs into a binding',
    // Names of columns and a mark, all constants of these files, where SQL takes no binding.
    but: ['src/domain/discussion/thread/recount.ts', 'src/domain/people/shift-ids.ts'],
  },
  { pattern: /\bprocess\s*(?:\.|\?\.|\[\s*['"`])\s*env\b/, why: 'settings are read in main.ts', but: ['src/main.ts'] },
  {
    pattern:
      /(?<![.\w$#])fetch\s*\(|\b(?:globalThis|global|self|window)\s*\.\s*fetch\b|\bnew\s+(?:WebSocket|EventSource)\b/,
    why: 'src/kit/outbound.ts opens connections',
    but: ['src/kit/outbound.ts'],
  },
]

/** What these modules offer that opens no connection; types are free. */
const HARMLESS: Record<string, readonly string[]> = {
  net: ['isIP', 'isIPv4', 'isIPv6', 'BlockList', 'SocketAddress'],
  http: ['createServer', 'STATUS_CODES', 'METHODS'],
  https: ['createServer'],
  http2: [],
  tls: [],
  dgram: [],
  process: ['stdin', 'stdout', 'stderr', 'argv', 'exit', 'cwd'],
}

/** What opens connections, and who may hold it. */
const HOLDERS: Record<string, readonly string[]> = {
  net: ['src/kit/outbound.ts', 'src/store/dialect/postgres-sockets.ts'],
  // own-host.ts asks hosts of the operator's own choice, whose answers are handed on as they come.
  http: ['src/kit/outbound.ts', 'src/kit/own-host.ts'],
  https: ['src/kit/outbound.ts', 'src/kit/own-host.ts'],
  // To the operator's own database and mail server, which may be private addresses.
  pg: ['src/store/dialect/'],
  nodemailer: ['src/domain/reach/channels/mail/mail.ts'],
}
const SERVERS: readonly string[] = ['src/web/server.ts', 'src/web/http/listen.ts', 'src/web/metrics/metrics-server.ts']

/** What a file of src/ says that it should not, in words. */
export function bannedIn(file: string, text: string): string[] {
  return BANS.filter(({ but }) => !isAmong(file, but)).flatMap(({ pattern, why }) => {
    const [found] = pattern.exec(text) ?? []
    return found ? [`says "${found}": ${why}`] : []
  })
}

/** Whether an import of a file of src/ could open a connection past src/kit/outbound.ts, in words. */
export function connectionBy(file: string, { from = '', typeOnly, names }: Import): string | undefined {
  if (typeOnly) return
  const module = from.replace(/^node:/, '')
  const harmless = HARMLESS[module]
  if (!harmless && !Object.hasOwn(HOLDERS, module) && module !== 'undici' && module !== 'ws') return
  if (isAmong(file, HOLDERS[module] ?? [])) return
  const grave = names.filter((name) => !name.startsWith('type ') && !harmless?.includes(name))
  if (names.includes('createServer') && !SERVERS.includes(file)) return `only ${SERVERS.join(' and ')} listen`
  if (grave.length > 0) return `takes ${grave.join(', ')} from ${from}: src/kit/outbound.ts opens connections`
}

function isAmong(file: string, places: readonly string[]): boolean {
  return places.some((place) => (place.endsWith('/') ? file.startsWith(place) : file === place))
}
