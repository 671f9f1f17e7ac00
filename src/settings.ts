import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { LOG_FORMS, type LogForm } from './kit/log.ts'
import { isLoopback } from './kit/loopback.ts'
import { nearest } from './kit/nearest.ts'
import { EXIT, Refusal } from './kit/refusal.ts'

/** What the operator may decide; `docs/settings.md`, `npx parley doctor` and the checks come from the table below. */
export interface Settings {
  /** Absolute. */
  data: string
  host: string
  port: number
  url: string | undefined
  /** A file, or `postgres://…`. */
  database: string
  /** `postgres://…` of databases that follow ours. */
  replicas: readonly string[]
  demo: 'on' | 'off'
  secret: string | undefined
  formerSecret: string | undefined
  /** The folder that keeps databases as they were before an upgrade; undefined where none is to be kept. */
  upgradeBackup: string | undefined
  /** The file that lists who was erased. */
  erasures: string
  /** A store of pictures that speaks as Amazon's S3 does; the data folder keeps them where no endpoint is said. */
  mediaEndpoint: string | undefined
  mediaBucket: string | undefined
  mediaRegion: string
  mediaKey: string | undefined
  mediaSecret: string | undefined
  /** Whether the bucket stands in the path, and not in the name of the host. */
  mediaPathStyle: 'on' | 'off'
  smtp: string | undefined
  mailFrom: string | undefined
  proxies: readonly string[]
  /** The header, in small letters, in which a proxy says from which country a request comes. */
  countryHeader: string | undefined
  staffSecondFactor: 'on' | 'off'
  /** Whether who decided may decide about an appeal, where nobody else is there. */
  ownAppeals: 'on' | 'off'
  /** How readers can react to a comment; none where it is empty. */
  reactions: readonly Reaction[]
  log: LogForm
  /** Whether each request is a line of the log. */
  requestLog: 'on' | 'off'
  /** Where numbers for Prometheus are read. */
  metrics: { host: string; port: number } | undefined
  /** At the end, so long requests are still taken. */
  drainSeconds: number
  /** How long the seal of a network is kept. */
  addressDays: number
  securityContact: string | undefined
  /** Whether it is counted how often articles are read. */
  figures: 'on' | 'off'
  akismetKey: string | undefined
  commentHook: string | undefined
  commentHookSecret: string | undefined
  judgesFail: 'pass' | 'hold'
  /** Whether the addresses of sources are asked at night. */
  checkLinks: 'on' | 'off'
  /** Who is asked for copies of sources: the Wayback Machine, or an address where something speaks as it does. */
  archive: string | undefined
  archiveKey: string | undefined
  /** Which engine drafts translations, and where it is. */
  engine: { kind: EngineKind; url: string } | undefined
  engineKey: string | undefined
  engineModel: string | undefined
  /** Characters a month. */
  engineLimit: number
  /** What a million characters cost. */
  enginePrice: { perMillion: number; currency: string } | undefined
  /** What a month may cost, in that currency. */
  engineBudget: number | undefined
  /** Whether readers may have comments translated by it. */
  translateComments: 'on' | 'off'
}

const ENGINE_KINDS = ['apertium', 'chat', 'deepl', 'libretranslate'] as const
type EngineKind = (typeof ENGINE_KINDS)[number]

const REACTIONS = ['agree', 'disagree', 'well-argued'] as const
type Reaction = (typeof REACTIONS)[number]

type Key = keyof Settings

interface Setting {
  /** In the environment; the key of the table is its name in parley.json. */
  name: string
  help: string
  allowed: string
  /** What holds where nobody says otherwise, in words. */
  default: string
  check: z.ZodType<unknown, string>
}

const POSTGRES = /^postgres(?:ql)?:\/\//i
const SHORTEST_SECRET = 32
const LARGEST_PORT = 65_535
const LONGEST_DRAIN_S = 60
/** In characters. */
const ENGINE_LIMIT = 1_000_000
const AMOUNT = /^\d{1,7}(?:\.\d{1,4})?$/
const PRICE = /^\d{1,7}(?:\.\d{1,4})? [A-Z]{3}$/

export const SETTINGS: Record<Key, Setting> = {
  data: {
    name: 'PARLEY_DATA',
    help: 'The folder that holds the database, pictures, mails and parley.json. It can be set in the environment only.',
    allowed: 'the path of a folder',
    default: '`data` in the folder of the program',
    check: z.string().min(1),
  },
  host: {
    name: 'PARLEY_HOST',
    help: 'The address to listen on. Set 0.0.0.0 or :: to be reached from other machines.',
    allowed: 'an IP address or a host name',
    default: '127.0.0.1',
    check: z.string().regex(/^[\w.:-]+$/),
  },
  port: {
    name: 'PARLEY_PORT',
    help: 'The port to listen on.',
    allowed: `a whole number from 1 to ${LARGEST_PORT}`,
    default: '3000',
    check: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .pipe(z.number().min(1).max(LARGEST_PORT)),
  },
  url: {
    name: 'PARLEY_URL',
    help: 'The address under which readers reach the publication; links in feeds and mails begin with it, and forms sent from any other address are refused. Set it behind a proxy.',
    allowed: 'an address without a path, such as https://review.example.org',
    default: 'made of the host and the port; `http://localhost:3000` where neither is set',
    check: z.string().transform(originIn).pipe(z.string()),
  },
  database: {
    name: 'PARLEY_DATABASE',
    help: 'Where everything but pictures is kept: a file of SQLite, or a PostgreSQL database.',
    allowed: 'the path of a file, or postgres://person:password@host:port/name',
    default: '`parley.sqlite` in the data folder',
    check: z.string().min(1).transform(databaseIn).pipe(z.string()),
  },
  replicas: {
    name: 'PARLEY_REPLICAS',
    help: 'Standbys that follow the PostgreSQL of `PARLEY_DATABASE`; pages that are not kept are read from those that have come far enough.',
    allowed: 'addresses that begin with postgres://, with commas between them',
    default: 'none',
    check: z
      .string()
      .transform(listIn)
      .pipe(z.array(z.string().regex(POSTGRES))),
  },
  demo: {
    name: 'PARLEY_DEMO',
    help: 'Whether `serve` fills an empty publication with the demo.',
    allowed: 'on or off',
    default: 'on',
    check: z.enum(['on', 'off']),
  },
  secret: {
    name: 'PARLEY_SECRET',
    help: 'Signs sessions, links and pushed notices. Processes that share a PostgreSQL database must share it.',
    allowed: `at least ${SHORTEST_SECRET} characters`,
    default: 'made once and kept in the file `secret` in the data folder',
    check: z.string().min(SHORTEST_SECRET),
  },
  formerSecret: {
    name: 'PARLEY_FORMER_SECRET',
    help: 'The secret from before, which still opens what it signed; take it out after 30 days.',
    allowed: `at least ${SHORTEST_SECRET} characters`,
    default: 'none',
    check: z.string().min(SHORTEST_SECRET),
  },
  upgradeBackup: {
    name: 'PARLEY_UPGRADE_BACKUP',
    help: 'The folder in which a copy of the database is kept before a newer version changes it.',
    allowed: 'the path of a folder, or none',
    default: '`before-upgrades` in the data folder',
    check: z.string().min(1),
  },
  erasures: {
    name: 'PARLEY_ERASURES',
    help: 'The file that lists, by number and time alone, who was erased, so that a restored backup forgets them again. Keep it where the backups are.',
    allowed: 'the path of a file',
    default: '`erasures.jsonl` in the data folder',
    check: z.string().min(1),
  },
  mediaEndpoint: {
    name: 'PARLEY_MEDIA_ENDPOINT',
    help: 'Has pictures kept in a bucket of a store that speaks as Amazon S3 does, at this address. It needs `PARLEY_MEDIA_BUCKET`, `PARLEY_MEDIA_KEY` and `PARLEY_MEDIA_SECRET`; `npx parley move media` brings there what there is.',
    allowed: 'an address that begins with http:// or https://',
    default: 'pictures are kept in the data folder',
    check: z.url({ protocol: /^https?$/ }),
  },
  mediaBucket: {
    name: 'PARLEY_MEDIA_BUCKET',
    help: 'The bucket in which pictures are kept.',
    allowed: 'the name of a bucket',
    default: 'none',
    check: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/),
  },
  mediaRegion: {
    name: 'PARLEY_MEDIA_REGION',
    help: 'The region of the bucket.',
    allowed: 'the name of a region, such as eu-central-1',
    default: 'us-east-1',
    check: z.string().regex(/^[\w-]+$/),
  },
  mediaKey: {
    name: 'PARLEY_MEDIA_KEY',
    help: 'The key by which the store knows us (its access key id).',
    allowed: 'a text without spaces',
    default: 'none',
    check: z.string().regex(/^\S+$/),
  },
  mediaSecret: {
    name: 'PARLEY_MEDIA_SECRET',
    help: 'The secret that belongs to that key.',
    allowed: 'a text without spaces',
    default: 'none',
    check: z.string().regex(/^\S+$/),
  },
  mediaPathStyle: {
    name: 'PARLEY_MEDIA_PATH_STYLE',
    help: 'Whether the bucket stands in the path of the address, and not in the name of its host.',
    allowed: 'on or off',
    default: 'on',
    check: z.enum(['on', 'off']),
  },
  smtp: {
    name: 'PARLEY_SMTP',
    help: 'The server that sends mails. Without it mails are kept in the folder `mail` in the data folder and shown on the terminal.',
    allowed: 'smtp://person:password@host:port, or smtps:// in its place',
    default: 'none',
    check: z.string().refine(isSmtp),
  },
  mailFrom: {
    name: 'PARLEY_MAIL_FROM',
    help: 'The address that mails come from.',
    allowed: 'a mail address, alone or as Name <address>',
    default: 'made of the public address',
    check: z.string().regex(/^[^@\r\n]+@[^@\s]+$/),
  },
  proxies: {
    name: 'PARLEY_PROXIES',
    help: 'The proxies in front of Parley, whose word is taken on where a request comes from.',
    allowed: 'IP addresses or networks such as 10.0.0.0/8, with commas between them',
    default: 'none',
    check: z
      .string()
      .transform(listIn)
      .pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]))),
  },
  countryHeader: {
    name: 'PARLEY_COUNTRY_HEADER',
    help: 'The header in which the proxies of `PARLEY_PROXIES` say by two letters from which country a request comes; nobody else is believed. A person is shown it beside each of their sessions, where it is kept as these letters alone.',
    allowed: 'the name of a header, such as CF-IPCountry',
    default: 'no country is known',
    check: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9-]{1,63}$/)
      .toLowerCase(),
  },
  staffSecondFactor: {
    name: 'PARLEY_STAFF_SECOND_FACTOR',
    help: 'Whether moderators, editors and administrators must have a second step at sign-in. Who has none is led to set it up, and is taken for a reader until then.',
    allowed: 'on or off',
    default: 'off',
    check: z.enum(['on', 'off']),
  },
  ownAppeals: {
    name: 'PARLEY_OWN_APPEALS',
    help: 'Whether who decided may decide about an appeal against that, for a publication with one moderator. Whoever objected is told so. Without it such appeals wait for somebody else.',
    allowed: 'on or off',
    default: 'off',
    check: z.enum(['on', 'off']),
  },
  reactions: {
    name: 'PARLEY_REACTIONS',
    help: 'How readers can react to a comment. Reactions that are no longer offered are kept and not shown.',
    allowed: `some of ${REACTIONS.join(', ')}, with commas between them, or none`,
    default: 'all of them',
    check: z
      .string()
      .transform(reactionsIn)
      .pipe(z.array(z.enum(REACTIONS))),
  },
  log: {
    name: 'PARLEY_LOG',
    help: 'How `serve` writes its log: in sentences for people, or as a line of JSON each on standard output.',
    allowed: LOG_FORMS.join(' or '),
    default: 'people',
    check: z.enum(LOG_FORMS),
  },
  requestLog: {
    name: 'PARLEY_REQUEST_LOG',
    help: 'Whether each request is a line of the log: its id, route, status and time, and nothing of the person who asked.',
    allowed: 'on or off',
    default: 'on where PARLEY_LOG is json, else off',
    check: z.enum(['on', 'off']),
  },
  metrics: {
    name: 'PARLEY_METRICS',
    help: 'Where numbers for Prometheus are read; readers must not reach it.',
    allowed: 'a port of 127.0.0.1, such as 9464, or host:port',
    default: 'nowhere',
    check: z
      .string()
      .transform(addressIn)
      .pipe(z.object({ host: z.string(), port: z.number().min(1).max(LARGEST_PORT) })),
  },
  addressDays: {
    name: 'PARLEY_ADDRESS_DAYS',
    help: 'For how many days it is kept from which network somebody signed in. It is kept as a hash under a key, never as an address.',
    allowed: 'a whole number from 0 to 365',
    default: '30',
    check: z
      .string()
      .regex(/^\d{1,3}$/)
      .transform(Number)
      .pipe(z.number().max(365)),
  },
  figures: {
    name: 'PARLEY_FIGURES',
    help: 'Whether it is counted how often each edition is read on a day, and from where, for editors. Counts alone are kept, and nothing of those who read.',
    allowed: '`on` or `off`',
    default: '`on`',
    check: z.enum(['on', 'off']),
  },
  drainSeconds: {
    name: 'PARLEY_DRAIN_SECONDS',
    help: 'How long a server that was asked to end still takes requests while it says that it is not ready, so that whoever leads requests here notices.',
    allowed: `a whole number from 0 to ${LONGEST_DRAIN_S}`,
    default: '0',
    check: z
      .string()
      .regex(/^\d{1,2}$/)
      .transform(Number)
      .pipe(z.number().max(LONGEST_DRAIN_S)),
  },
  securityContact: {
    name: 'PARLEY_SECURITY_CONTACT',
    help: 'Where whoever finds a weakness shall tell of it; `/.well-known/security.txt` says so (RFC 9116).',
    allowed: 'a mail address, or the address of a page that begins with https://',
    default: "the publication's mail address, where it has one",
    check: z.union([z.email(), z.url({ protocol: /^https$/ })]),
  },
  akismetKey: {
    name: 'PARLEY_AKISMET_KEY',
    help: 'Has Akismet asked about each comment that is not by staff, which is told its words, its author’s name and network address; what it calls spam waits for a moderator.',
    allowed: 'a key of Akismet',
    default: 'nobody is asked',
    check: z.string().regex(/^[0-9a-zA-Z]{6,64}$/),
  },
  commentHook: {
    name: 'PARLEY_COMMENT_HOOK',
    help: 'Has a program of your own asked about each comment that is not by staff; docs/admission.md says how. It needs `PARLEY_COMMENT_HOOK_SECRET`.',
    allowed: 'an address that begins with http:// or https://',
    default: 'nobody is asked',
    check: z.url({ protocol: /^https?$/ }),
  },
  commentHookSecret: {
    name: 'PARLEY_COMMENT_HOOK_SECRET',
    help: 'The secret by which that program knows that this server asks.',
    allowed: 'at least 32 characters',
    default: 'nobody is asked',
    check: z.string().min(32),
  },
  judgesFail: {
    name: 'PARLEY_JUDGES_FAIL',
    help: 'What becomes of a comment when Akismet or that program fails or does not answer within three seconds: it passes by them (`pass`), or it waits (`hold`).',
    allowed: 'pass or hold',
    default: 'pass',
    check: z.enum(['pass', 'hold']),
  },
  checkLinks: {
    name: 'PARLEY_CHECK_LINKS',
    help: 'Whether the addresses of sources are asked at night whether they still answer, each about once a day at the most.',
    allowed: 'on or off',
    default: 'on',
    check: z.enum(['on', 'off']),
  },
  archive: {
    name: 'PARLEY_ARCHIVE',
    help: 'Has editors ask an archive for copies of sources: the Wayback Machine of the Internet Archive, or a service at an address that speaks as it does.',
    allowed: 'wayback, or an address that begins with http:// or https://',
    default: 'no archive is asked',
    check: z.union([z.literal('wayback'), z.url({ protocol: /^https?$/ })]),
  },
  archiveKey: {
    name: 'PARLEY_ARCHIVE_KEY',
    help: 'The key by which the archive knows who asks it for copies.',
    allowed: 'a key and its secret with a colon between them',
    default: 'none',
    check: z.string().regex(/^[\w-]+:[\w-]+$/),
  },
  engine: {
    name: 'PARLEY_ENGINE',
    help: 'The engine that drafts translations where an editor asks for it, and its address; docs/editions.md says what it is sent. `chat` is any server that speaks `chat/completions`.',
    allowed: `one of ${ENGINE_KINDS.join(', ')}, a space, and an address that begins with http:// or https://`,
    default: 'none; editions are translated by people alone',
    check: z
      .string()
      .transform(engineIn)
      .pipe(z.object({ kind: z.enum(ENGINE_KINDS), url: z.url({ protocol: /^https?$/ }) })),
  },
  engineKey: {
    name: 'PARLEY_ENGINE_KEY',
    help: 'The key by which the engine knows the publication.',
    allowed: 'a text without spaces',
    default: 'none',
    check: z.string().regex(/^\S+$/),
  },
  engineModel: {
    name: 'PARLEY_ENGINE_MODEL',
    help: 'The model that the engine shall use, where it has several.',
    allowed: 'the name of a model',
    default: 'the one that the engine chooses',
    check: z.string().min(1),
  },
  engineLimit: {
    name: 'PARLEY_ENGINE_LIMIT',
    help: 'How many characters the engine may be sent in a month of UTC. Past it nothing more is translated.',
    allowed: 'a whole number from 0',
    default: '1000000',
    check: z
      .string()
      .regex(/^\d{1,12}$/)
      .transform(Number),
  },
  enginePrice: {
    name: 'PARLEY_ENGINE_PRICE',
    help: 'What a million characters cost with the engine, so that it is counted what each edition and each month cost.',
    allowed: 'an amount and a currency of three letters, such as `20 EUR` or `2.50 USD`',
    default: 'none; no money is counted',
    check: z
      .string()
      .regex(PRICE)
      .transform(priceIn)
      .refine(({ currency }) => Intl.supportedValuesOf('currency').includes(currency)),
  },
  engineBudget: {
    name: 'PARLEY_ENGINE_BUDGET',
    help: 'How much money the engine may cost in a month of UTC, in the currency of its price. Past it nothing more is translated.',
    allowed: 'an amount, such as `50` or `12.50`',
    default: 'no limit but that of characters',
    check: z.string().regex(AMOUNT).transform(Number),
  },
  translateComments: {
    name: 'PARLEY_TRANSLATE_COMMENTS',
    help: 'Whether readers may have comments translated by the engine; docs/translated-comments.md says what it is sent.',
    allowed: 'on or off',
    default: 'on',
    check: z.enum(['on', 'off']),
  },
}

const KEYS = Object.keys(SETTINGS) as Key[]
const FILE = 'parley.json'
const UPGRADES_FOLDER = 'before-upgrades'
const ERASURES_FILE = 'erasures.jsonl'
const PREFIX = 'PARLEY_'
/** Said to the tests, not to the program. */
const OF_TESTS = /^PARLEY_(?:SHARED$|TEST_)/

export type Environment = Readonly<Record<string, string | undefined>>

/** Reads the environment and `parley.json` in the data folder, the environment first. Throws one Refusal that lists everything that is wrong. */
export function settingsFrom(environment: Environment): Settings {
  const wrong: string[] = unknownIn(environment)
  const given = new Map<Key, { value: string; place: string }>()
  for (const key of KEYS) {
    const value = environment[SETTINGS[key].name]
    if (value !== undefined && value !== '') given.set(key, { value, place: 'the environment' })
  }
  const data = path.resolve(given.get('data')?.value ?? path.join(import.meta.dirname, '../data'))
  const file = path.join(data, FILE)
  const { values, complaints } = fileAt(file)
  wrong.push(...complaints)
  for (const [key, value] of values) if (!given.has(key)) given.set(key, { value, place: file })

  function said(key: Key): unknown {
    const found = given.get(key)
    if (!found) return undefined
    const checked = SETTINGS[key].check.safeParse(found.value)
    if (checked.success) return checked.data
    wrong.push(
      `${SETTINGS[key].name} is ${quoted(key, found.value)} (set in ${found.place}); it must be ${SETTINGS[key].allowed}.`,
    )
  }

  const read = Object.fromEntries(KEYS.map((key) => [key, said(key)])) as Partial<Settings>
  wrong.push(...lackingOf((key) => given.has(key)))
  if (wrong.length > 0) throw new Refusal(wrong.join('\n'), EXIT.input)
  return {
    host: '127.0.0.1',
    port: 3_000,
    demo: 'on',
    proxies: [],
    replicas: [],
    staffSecondFactor: 'off',
    ownAppeals: 'off',
    reactions: REACTIONS,
    log: 'people',
    requestLog: read.log === 'json' ? 'on' : 'off',
    mediaRegion: 'us-east-1',
    mediaPathStyle: 'on',
    drainSeconds: 0,
    addressDays: 30,
    figures: 'on',
    judgesFail: 'pass',
    checkLinks: 'on',
    engineLimit: ENGINE_LIMIT,
    translateComments: 'on',
    ...withoutUndefined(read),
    data,
    url: read.url,
    secret: read.secret,
    formerSecret: read.formerSecret,
    upgradeBackup: folderIn(read.upgradeBackup, data),
    erasures: path.resolve(data, read.erasures ?? ERASURES_FILE),
    mediaEndpoint: read.mediaEndpoint,
    mediaBucket: read.mediaBucket,
    mediaKey: read.mediaKey,
    mediaSecret: read.mediaSecret,
    smtp: read.smtp,
    mailFrom: read.mailFrom,
    countryHeader: read.countryHeader,
    metrics: read.metrics,
    securityContact: read.securityContact,
    akismetKey: read.akismetKey,
    commentHook: read.commentHook,
    commentHookSecret: read.commentHookSecret,
    archive: read.archive,
    archiveKey: read.archiveKey,
    engine: read.engine,
    engineKey: read.engineKey,
    engineModel: read.engineModel,
    enginePrice: read.enginePrice,
    engineBudget: read.engineBudget,
    database: placed(read.database, data),
  }
}

const OF_BUCKET = ['mediaBucket', 'mediaKey', 'mediaSecret'] as const

/** A bucket is named whole, or not at all. */
function lackingOf(isGiven: (key: Key) => boolean): string[] {
  const lacking = OF_BUCKET.filter((key) => !isGiven(key))
  if (!isGiven('mediaEndpoint') || lacking.length === 0) return []
  return [
    `PARLEY_MEDIA_ENDPOINT is set, and ${lacking.map((key) => SETTINGS[key].name).join(' and ')} is not; set all of them.`,
  ]
}

/** The kind of an engine and its address, without a slash at its end. */
function engineIn(text: string) {
  const [kind, url = ''] = text.trim().split(/\s+/)
  return { kind, url: url.replace(/\/+$/, '') }
}

/** An amount and its currency. */
function priceIn(text: string) {
  const [amount, currency = ''] = text.trim().split(/\s+/)
  return { perMillion: Number(amount), currency }
}

/** The address under which readers reach the publication. */
export function originOf({ url, host, port }: Pick<Settings, 'url' | 'host' | 'port'>): string {
  if (url) return url
  const name = host.includes(':') ? `[${host}]` : host
  const isHere = host === '0.0.0.0' || host === '::' || isLoopback(name)
  return `http://${isHere ? 'localhost' : name}:${port}`
}

function unknownIn(environment: Environment): string[] {
  const known = KEYS.map((key) => SETTINGS[key].name)
  const unknown = Object.keys(environment).filter(
    (name) => name.startsWith(PREFIX) && !known.includes(name) && !OF_TESTS.test(name),
  )
  return unknown.map((name) => `${name} (set in the environment) is no setting; ${meant(name, known)}`)
}

function fileAt(file: string): { values: [Key, string][]; complaints: string[] } {
  const values: [Key, string][] = []
  const complaints: string[] = []
  const inFile = KEYS.filter((key) => key !== 'data')
  for (const [name, value] of Object.entries(contentOf(file))) {
    const key = inFile.find((known) => known === name)
    if (!key) complaints.push(`"${name}" (set in ${file}) is no setting there; ${meant(name, inFile)}`)
    else if (typeof value === 'string' || typeof value === 'number') values.push([key, String(value)])
    else complaints.push(`"${name}" (set in ${file}) must be a text or a number: ${SETTINGS[key].allowed}.`)
  }
  return { values, complaints }
}

function contentOf(file: string): object {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return {}
    throw new Refusal(`${file} cannot be read (${(error as Error).message}).`, EXIT.input, { cause: error })
  }
  return objectIn(text, file)
}

function objectIn(text: string, file: string): object {
  try {
    const content: unknown = JSON.parse(text)
    if (content !== null && typeof content === 'object' && !Array.isArray(content)) return content
  } catch (error) {
    throw new Refusal(`${file} is no JSON (${(error as Error).message}).`, EXIT.input, { cause: error })
  }
  throw new Refusal(`${file} must hold one object, such as {"port": 3000}.`)
}

function meant(name: string, known: readonly string[]) {
  const near = nearest(name, known)
  return near ? `did you mean ${near}?` : `there are ${known.join(', ')}.`
}

/** What is secret is not repeated on a terminal. */
function quoted(key: Key, value: string) {
  return key === 'secret' ||
    key === 'formerSecret' ||
    key === 'akismetKey' ||
    key === 'commentHookSecret' ||
    key === 'archiveKey' ||
    key === 'engineKey' ||
    key === 'mediaSecret' ||
    key === 'smtp' ||
    key === 'database'
    ? 'not right'
    : JSON.stringify(value)
}

function originIn(text: string): string | undefined {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search || url.hash) return
  return url.pathname === '/' ? url.origin : undefined
}

/** A file, or PostgreSQL's address with its scheme as everybody writes it; no other address is taken for a file. */
function databaseIn(text: string): string | undefined {
  const [scheme] = /^[a-z][a-z\d+.-]*:\/\//i.exec(text) ?? []
  if (scheme === undefined) return text
  return POSTGRES.test(scheme) ? scheme.toLowerCase() + text.slice(scheme.length) : undefined
}

function addressIn(text: string): { host: string; port: number } | undefined {
  const [, host = '127.0.0.1', port] = /^(?:([\w.-]+|\[[\da-f:]+\]):)?(\d{1,5})$/i.exec(text) ?? []
  return port === undefined ? undefined : { host: host.replace(/^\[|\]$/g, ''), port: Number(port) }
}

function isSmtp(text: string) {
  const url = URL.parse(text)
  return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== ''
}

function reactionsIn(text: string): string[] {
  return text.trim() === 'none' ? [] : listIn(text)
}

function listIn(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function placed(database: string | undefined, data: string) {
  if (database && POSTGRES.test(database)) return database
  return path.resolve(data, database ?? 'parley.sqlite')
}

function folderIn(folder: string | undefined, data: string) {
  return folder === 'none' ? undefined : path.resolve(data, folder ?? UPGRADES_FOLDER)
}

function withoutUndefined<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T
}
