import { constants } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { CommandContext, MediaPlace } from './cli/command-context.ts'
import type { Order } from './cli/commands.ts'
import { finishRestore } from './cli/half-restore.ts'
import { carryOut, orderIn } from './cli/program.ts'
import { progressOn, Stopped } from './cli/progress.ts'
import { refusalFrom } from './cli/sentence.ts'
import type { MediaStore } from './domain/media/index.ts'
import { forTerminal } from './kit/characters.ts'
import { keepCompiled } from './kit/compiled.ts'
import { startGivingBack } from './kit/give-back.ts'
import { handedSocket } from './kit/handed-socket.ts'
import { sweepLeftBehind } from './kit/left-behind.ts'
import { createLog } from './kit/log.ts'
import { Refusal } from './kit/refusal.ts'
import type { Settings } from './settings.ts'
import type { Database } from './store/index.ts'
import { compileAhead } from './web/compile-ahead.ts'
import type { createAssets } from './web/http/assets.ts'

const stopping = new AbortController()
type Ending = 'SIGINT' | 'SIGTERM' | 'SIGHUP'
let signalled: { by: Ending; at: number } | undefined

/** @NOTE some npm pass Ctrl-C on although the terminal has sent it already: repeats within a second are one. */
const ONE_PRESS_MS = 1_000

/** Whoever waited at the door is let in by then; what is done beside reading is loaded and begun afterwards. */
const LET_IN_MS = 100

/** Folders of the data folder: of pictures, and of those that are on their way into a bucket. */
const MEDIA = 'media'
const MAKING = 'media-under-way'
const CACHE = 'cache'

/** Programs that load what a server loads late. */
const COMPILE_AHEAD = [
  new URL('./web/compile-ahead-worker.ts', import.meta.url),
  new URL('./jobs/compile-ahead-worker.ts', import.meta.url),
]

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (signalled && performance.now() - signalled.at > ONE_PRESS_MS) process.exit(128 + constants.signals[signal])
    signalled ??= { by: signal, at: performance.now() }
    stopping.abort()
  })
}

/** Nobody reads on, as with `| head`: that is no fault, and what is under way ends as if it had been asked to. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    stopping.abort()
  })
}

const order = await orderIn(process.argv.slice(2))
process.exitCode = typeof order === 'number' ? order : await follow(order)

interface Opened {
  database: Database
  close(): Promise<void>
}

/** Carries out what was asked, and says in a sentence what stands in the way. */
async function follow(order: Order): Promise<number> {
  const opened: Opened[] = []
  try {
    return await carryOut(order, await commandContext(opened, order.command.name === 'serve'))
  } catch (error) {
    return answerFor(opened.reduce<unknown>((left, { database }) => database.refusalOf(left), error))
  } finally {
    for (const { close } of opened) await close()
  }
}

function answerFor(error: unknown): number {
  if (error instanceof Stopped) {
    process.stderr.write(`parley: ${error.message}\n`)
    return 128 + constants.signals[signalled?.by ?? 'SIGPIPE']
  }
  const refusal = refusalFrom(error)
  if (!refusal) throw error
  process.stderr.write(`parley: ${forTerminal(refusal.message).replaceAll('\n', '\n  ')}\n`)
  return refusal.exit
}

async function confirm(question: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return false
  const { createInterface } = await import('node:readline/promises')
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const answer = await terminal.question(`${forTerminal(question)} [y/N] `, { signal: stopping.signal })
    return /^y(?:es)?$/i.test(answer.trim())
  } finally {
    terminal.close()
  }
}

/** Who is asked about comments; a program alone by whom it knows us. */
function outsideIn({ akismetKey, commentHook: url, commentHookSecret: secret, judgesFail }: Settings) {
  return {
    akismet: akismetKey ? { key: akismetKey } : undefined,
    webhook: url && secret ? { url, secret } : undefined,
    whenFails: judgesFail,
  }
}

/** Addresses of the archive that is asked for copies, where one is. */
async function archiveIn({ archive, archiveKey: key }: Settings) {
  if (!archive) return
  const [{ WAYBACK }, { archive: spelled }] = await Promise.all([
    import('./domain/sources/index.ts'),
    import('./addresses/archive.ts'),
  ])
  if (archive === 'wayback') return { ...WAYBACK, key }
  const at = archive.replace(/\/$/, '')
  return { available: spelled.available(at), save: spelled.save(at), copies: spelled.copies(at), key }
}

/** The engine that drafts translations. */
function engineIn({ engine, engineKey: key, engineModel: model, ...said }: Settings) {
  const { engineLimit: mostInAMonth, enginePrice: price, engineBudget: budget } = said
  return engine && { ...engine, key, model, mostInAMonth, price, budget }
}

/** Where pictures are kept: in the bucket that the settings name, or in the data folder. */
async function mediaIn(settings: Settings, where?: MediaPlace): Promise<MediaStore> {
  const { inBucket, onDisk } = await import('./domain/media/index.ts')
  const {
    data,
    mediaEndpoint: endpoint,
    mediaBucket,
    mediaKey,
    mediaSecret,
    mediaRegion: region,
    mediaPathStyle,
  } = settings
  const isThere =
    endpoint !== undefined && mediaBucket !== undefined && mediaKey !== undefined && mediaSecret !== undefined
  if (where === 'bucket' && !isThere)
    throw new Refusal('Name the bucket first: set PARLEY_MEDIA_ENDPOINT and what belongs to it.')
  if (where === 'disk' || !isThere) return onDisk(path.join(data, MEDIA))
  const { openBucket } = await import('./kit/bucket.ts')
  const isPathStyle = mediaPathStyle === 'on'
  const bucket = openBucket({ endpoint, bucket: mediaBucket, region, key: mediaKey, secret: mediaSecret, isPathStyle })
  return inBucket(bucket, path.join(data, MAKING))
}

async function commandContext(opened: Opened[], serves: boolean): Promise<CommandContext> {
  const { originOf, settingsFrom } = await import('./settings.ts')
  const settings = settingsFrom(process.env)
  const origin = originOf(settings)
  const log = await createLog(serves ? settings.log : 'people', process.stdout, process.stderr)
  const tell = (line: string) => log.info(line)
  const handed = handedSocket(process.env, process.pid)

  async function openDatabase(patienceMs?: number) {
    const { openDatabase: open } = await import('./store/index.ts')
    finishRestore(settings.database, tell)
    const database = await open(settings.database, { patienceMs })
    opened.push({ database, close: () => database.close() })
    return database
  }

  /** Made while the database is opened; who serves is told when that fails. */
  let assets: ReturnType<typeof createAssets> | undefined

  const context: CommandContext = {
    settings,
    origin,
    say: tell,
    confirm,
    progress: await progressOn(process.stderr, stopping.signal),
    openDatabase: () => openDatabase(),
    media: (where) => mediaIn(settings, where),
    migrations: async () => (await import('./parley.ts')).MIGRATIONS,
    async openParley(patienceMs) {
      const [database, { buildParley, providersIn }, { keptSecret }] = await Promise.all([
        openDatabase(patienceMs),
        import('./parley.ts'),
        import('./kit/kept-secret.ts'),
      ])
      const secret = settings.secret ?? keptSecret(settings.data)
      const media = await mediaIn(settings)
      const mediaFolder = path.join(settings.data, MEDIA)
      const mailFolder = path.join(settings.data, 'mail')
      const { smtp, mailFrom, proxies, countryHeader } = settings
      const staffSecondFactor = settings.staffSecondFactor === 'on'
      const parley = await buildParley(database, {
        origin,
        secret,
        formerSecret: settings.formerSecret,
        media,
        mediaFolder,
        mailFolder,
        erasureList: settings.erasures,
        beforeUpgrade: async () => (await import('./cli/upgrade.ts')).prepareUpgrade(context, database),
        smtp,
        mailFrom,
        proxies,
        countryHeader,
        replicas: settings.replicas,
        outside: outsideIn(settings),
        archive: await archiveIn(settings),
        checksLinks: settings.checkLinks === 'on',
        engine: engineIn(settings),
        translatesComments: settings.translateComments === 'on',
        addressDays: settings.addressDays,
        countsReads: settings.figures === 'on',
        staffSecondFactor,
        providers: providersIn(path.join(settings.data, 'sign-in.yaml')),
        tell,
        log,
      })
      opened.splice(-1, 1, { database, close: parley.close })
      return parley
    },
    async mustHaveAddress() {
      const [{ mustBeFree }, { createAssets }] = await Promise.all([
        import('./web/http/listen.ts'),
        import('./web/http/assets.ts'),
      ])
      if (!handed) await mustBeFree(settings)
      assets = createAssets({ cacheFolder: path.join(settings.data, CACHE) })
      assets.catch(() => {})
    },
    async startServer(parley) {
      await sweepLeftBehind(settings.data, (name) => name.startsWith('.'))
      const { settleLeftBehind } = await import('./domain/media/index.ts')
      await settleLeftBehind(parley.store, parley.media)
      await sweepLeftBehind(parley.media.workshop, () => true)
      const { startServer } = await import('./web/server.ts')
      const { data, metrics } = settings
      const { close } = await startServer(
        {
          ...parley,
          reactions: settings.reactions,
          securityContact: settings.securityContact,
          ownAppeals: settings.ownAppeals === 'on',
        },
        {
          assets,
          place: handed ?? settings,
          metrics,
          logsRequests: settings.requestLog === 'on',
          drainMs: 1_000 * settings.drainSeconds,
          cacheFolder: path.join(data, CACHE),
          uploadsFolder: path.join(data, 'uploads'),
        },
      )
      await parley.people.accounts.lockAnew()
      await setTimeout(LET_IN_MS)
      const { startJobs } = await import('./jobs/jobs.ts')
      const jobs = startJobs(parley)
      const ahead = keepCompiled() ? compileAhead(COMPILE_AHEAD, log.error) : undefined
      const givingBack = startGivingBack()
      return {
        url: `${origin}/`,
        async close() {
          givingBack.close()
          await ahead?.close()
          await close()
          await jobs.close()
        },
      }
    },
    untilAsked: () =>
      new Promise((resolve) => {
        if (stopping.signal.aborted) resolve()
        else stopping.signal.addEventListener('abort', () => resolve())
      }),
  }
  return context
}
