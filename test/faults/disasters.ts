import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Environment, serving } from '../support/process.ts'
import { proxyTo } from '../support/proxy.ts'
import { openCluster } from './cluster.ts'
import { type Fault, type Seen, untilAtLast } from './fault.ts'
import { judged, openPublication, type Publication, posting } from './publication.ts'

const LASTS_MS = 3_000
const RECOVERED_WITHIN_MS = 5_000
const HOUR_SECONDS = 3_600n
const DISK = 'size=600m'

interface Break {
  begin(): Promise<unknown> | unknown
  end(): Promise<unknown> | unknown
  /** What says that it is broken indeed, where that takes its time. */
  isFelt?(answers: ReadonlyMap<number, number>): boolean
}

const turnedAway: Break['isFelt'] = (answers) => answers.has(503)

/** People post before, while and after something is broken; they are served again within five seconds. */
async function around(
  publication: Publication,
  { begin, end, isFelt = () => true }: Break,
  environment: Environment = {},
  lastsMs = LASTS_MS,
) {
  const server = await serving({ ...publication.environment, ...environment })
  const people = posting(publication)
  await untilAtLast(() => people.acknowledged.length > 50)
  await begin()
  const before = people.acknowledged.length
  await untilAtLast(() => isFelt(people.answers))
  await setTimeout(lastsMs)
  const meanwhile = people.acknowledged.length - before
  await end()
  const [from, ended] = [people.acknowledged.length, performance.now()]
  await untilAtLast(() => people.acknowledged.length > from + 20)
  const tookMs = Math.round(performance.now() - ended)
  await people.stop()
  await server[Symbol.asyncDispose]()
  const answers = [...people.answers].map(([status, count]) => `${count} times ${status || 'nobody'}`).join(', ')
  const verdict = await judged(publication, people.acknowledged)
  const late = tookMs > RECOVERED_WITHIN_MS ? [`served again after ${tookMs} ms`] : []
  const faults = [500, 502].filter((status) => people.answers.has(status)).map((status) => `answered ${status}`)
  const untold = people.untold() > 0 ? [`${people.untold()} were not told when to come back`] : []
  return {
    done: `${people.acknowledged.length} comments answered for, ${meanwhile} of them meanwhile; answered ${answers}; served again after ${tookMs} ms`,
    wrong: [...late, ...faults, ...untold, ...verdict.wrong],
    control: verdict.control,
  } satisfies Seen
}

const fullDisk: Fault = {
  name: 'a full disk',
  on: 'SQLite',
  async run({ open }) {
    const place = mkdtempSync(path.join(tmpdir(), 'parley-disk-'))
    execFileSync('mount', ['-t', 'tmpfs', '-o', DISK, 'tmpfs', place])
    try {
      const database = { ...(await open()), url: path.join(place, 'data/parley.sqlite') }
      await using publication = await openPublication(database)
      const filler = path.join(place, 'filler')
      return await around(publication, { begin: () => fill(filler), end: () => rmSync(filler), isFelt: turnedAway })
    } finally {
      execFileSync('umount', [place])
    }
  },
}

/** @NOTE a server that cannot write its log stops, and whoever made room starts it again. */
const fullDiskOfCluster: Fault = {
  name: 'a full disk',
  on: 'PostgreSQL',
  async run() {
    const place = mkdtempSync('/tmp/parley-disk-')
    execFileSync('mount', ['-t', 'tmpfs', '-o', DISK, 'tmpfs', place])
    try {
      execFileSync('chmod', ['755', place])
      await using cluster = await openCluster(place)
      await using publication = await openPublication(cluster.database)
      const filler = path.join(place, 'filler')
      return await around(publication, {
        begin: () => fill(filler),
        async end() {
          rmSync(filler)
          await cluster.start()
        },
        isFelt: turnedAway,
      })
    } finally {
      execFileSync('umount', [place])
    }
  },
}

function fill(file: string) {
  for (const bytes of [1_000_000, 4_096])
    try {
      for (;;) writeFileSync(file, Buffer.alloc(bytes), { flag: 'a' })
    } catch {}
}

/** Something is done to a PostgreSQL that is this trial's alone. */
function toCluster(name: string, breaks: (cluster: Awaited<ReturnType<typeof openCluster>>) => Break): Fault {
  return {
    name,
    on: 'PostgreSQL',
    async run() {
      await using cluster = await openCluster()
      await using publication = await openPublication(cluster.database)
      return await around(publication, breaks(cluster))
    },
  }
}

const restarted = toCluster('a restarted PostgreSQL', ({ end, start }) => ({ begin: () => end('SIGINT'), end: start }))
const crashed = toCluster('kill -9 of PostgreSQL', ({ end, start }) => ({ begin: () => end('SIGKILL'), end: start }))
const readOnly = toCluster('a read-only PostgreSQL', ({ order }) => ({
  async begin() {
    await order('alter system set default_transaction_read_only = on')
    await order('select pg_reload_conf()')
  },
  async end() {
    await order('alter system reset default_transaction_read_only')
    await order('select pg_reload_conf()')
  },
}))

const silent: Fault = {
  name: 'a silent PostgreSQL',
  on: 'PostgreSQL',
  async run({ open }) {
    const database = await open()
    await using proxy = await proxyTo(database.url)
    await using publication = await openPublication(database)
    const through = { PARLEY_DATABASE: proxy.url }
    return await around(publication, { begin: proxy.hush, end: proxy.goOn, isFelt: turnedAway }, through)
  },
}

const jumpingClock: Fault = {
  name: 'a clock that jumps an hour, and back',
  async run({ open }) {
    await using publication = await openPublication(await open())
    const folder = path.join(publication.folder, 'clock')
    mkdirSync(folder)
    const [file, library] = [path.join(folder, 'ahead'), path.join(folder, 'clock.so')]
    const ahead = (seconds: bigint) => {
      const bytes = Buffer.alloc(8)
      bytes.writeBigInt64LE(seconds)
      writeFileSync(file, bytes)
    }
    ahead(0n)
    const source = path.join(import.meta.dirname, 'jumping-clock.c')
    const { status } = spawnSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl'])
    if (status !== 0) throw new Error('a C compiler is needed: apt-get install gcc libc6-dev')
    const preloaded = { LD_PRELOAD: library, CLOCK_FILE: file }
    return await around(publication, { begin: () => ahead(HOUR_SECONDS), end: () => ahead(0n) }, preloaded)
  },
}

export const disasters: readonly Fault[] = [
  fullDisk,
  fullDiskOfCluster,
  silent,
  restarted,
  crashed,
  readOnly,
  jumpingClock,
]
