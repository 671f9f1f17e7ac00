import type { Gauge, Registry } from 'prom-client'
import { paths } from '../../addresses/paths.ts'
import { type Overdue, overdueByChannel } from '../../domain/reach/index.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Complaints } from '../../kit/complaints.ts'
import { freeBytes } from '../../kit/free-space.ts'
import { type JournalReader, lagOf, type Store, type Tail } from '../../store/index.ts'
import { KEPT, type RequestOver } from '../http/request-watch.ts'

/** What is counted and measured of a process that serves. */
export interface Measured {
  store: Store
  tail: Pick<Tail, 'follow'>
  clock: Clock
  complaints: Pick<Complaints, 'standing'>
  readers: readonly JournalReader[]
  dataFolder: string
  live: { readonly count: number }
  pages: { readonly bytes: number }
  sockets: { readonly count: number }
  atWork: { readonly size: number }
}

export type Metrics = Awaited<ReturnType<typeof createMetrics>>

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15]

/** Numbers of this process and its database for Prometheus; docs/metrics.md has their list. @NOTE loaded by those alone who ask for it. */
export async function createMetrics(measured: Measured) {
  const { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } = await import('prom-client')
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const requests = new Counter({
    name: 'parley_http_requests_total',
    help: 'Requests that are over, by route as docs/pages spell it; pages answered from memory count as "kept page".',
    labelNames: ['method', 'route', 'status'],
    registers,
  })
  const seconds = new Histogram({
    name: 'parley_http_request_seconds',
    help: 'From the last byte asked to the last answered, of requests that were worked on; open streams are left out.',
    labelNames: ['route'],
    buckets: SECONDS,
    registers,
  })
  const entries = new Counter({
    name: 'parley_journal_entries_total',
    help: 'What happened, by its kind in the journal, since this process started; each process sees all.',
    labelNames: ['kind'],
    registers,
  })
  const leave = measured.tail.follow((seen) => {
    for (const { kind } of seen) entries.inc({ kind })
  })
  addGauges(Gauge, registry, measured)

  return {
    hear({ method, route, status, tookMs }: RequestOver) {
      requests.inc({ method, route, status })
      if (route !== KEPT && route !== paths.live) seconds.observe({ route }, tookMs / 1_000)
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
    close: leave,
  }
}

function addGauges(Gauge: GaugeOf, registry: Registry, measured: Measured) {
  const registers = [registry]

  function gauge(name: string, help: string, value: () => number | Promise<number>) {
    const configuration = { name, help, registers }
    const one: AnyGauge = new Gauge({ ...configuration, collect: async () => one.set(await known(value)) })
  }

  function labelled(name: string, help: string, label: string, values: Values) {
    const configuration = { name, help, registers, labelNames: [label] }
    const one: AnyGauge = new Gauge({ ...configuration, collect: () => fill() })
    async function fill() {
      const found = await values().catch(() => [])
      one.reset()
      for (const [key, value] of found) one.set({ [label]: key }, value)
    }
  }

  const { store, clock, readers, complaints, dataFolder, live, pages, sockets, atWork } = measured
  gauge('parley_streams_open', 'Streams of live pages that are open.', () => live.count)
  gauge('parley_sockets_open', 'Connections that are open.', () => sockets.count)
  gauge('parley_requests_at_work', 'Requests that are worked on.', () => atWork.size)
  gauge('parley_kept_pages_bytes', 'What pages that are kept in memory take.', () => pages.bytes)
  gauge('parley_disk_free_bytes', 'What may still be written where the data folder stands.', () =>
    freeBytes(dataFolder),
  )
  labelled(
    'parley_reader_lag_entries',
    'Entries of the journal that concern a reader and that it has not come to.',
    'reader',
    () => Promise.all(readers.map(async (reader): Promise<Value> => [reader.name, await lagOf(store, reader)])),
  )
  const overdue = (value: (one: Overdue) => number) => async () =>
    (await overdueByChannel(store, clock())).map((one): Value => [one.channel, value(one)])
  labelled(
    'parley_deliveries_overdue',
    'Deliveries that are due and did not go out.',
    'channel',
    overdue(({ count }) => count),
  )
  labelled(
    'parley_deliveries_overdue_seconds',
    'For how long the first of them has been due.',
    'channel',
    overdue(({ since }) => (clock() - since) / 1_000),
  )
  labelled('parley_trouble_seconds', 'What is wrong at present, and for how long.', 'about', async () =>
    complaints.standing().map(({ about, sinceMs }): Value => [about, (Date.now() - sinceMs) / 1_000]),
  )
}

type AnyGauge = Gauge<string>
type GaugeOf = typeof Gauge
type Value = [label: string, value: number]
type Values = () => Promise<readonly Value[]>

/** @NOTE a number that cannot be had is NaN in Prometheus, and keeps none of the others back. */
async function known(value: () => number | Promise<number>): Promise<number> {
  try {
    return await value()
  } catch {
    return Number.NaN
  }
}
