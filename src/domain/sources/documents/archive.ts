import { z } from 'zod'
import { archive } from '../../../addresses/archive.ts'
import { ask, OWN } from '../../../kit/outbound.ts'
import type { Snapshot } from './snapshot.ts'

/** What became of a copy. */
export type Copied = Pick<Snapshot, 'state' | 'url' | 'capturedAt' | 'job'>

/** Keeps copies of what stands on the web, for as long as nobody takes them away. Each throws where it does not answer. */
export interface Archive {
  readonly name: string
  /** The copy that it has already; undefined where there is none. */
  find(url: string): Promise<Copied | undefined>
  /** Asks it for one. */
  request(url: string): Promise<Copied>
  /** What became of that since; `asked` where it goes on. */
  look(job: string): Promise<Copied>
}

/** Addresses of an archive that speaks as the Wayback Machine does, and the key by which it knows who asks. */
export interface ArchiveOptions {
  available: string
  save: string
  /** Where its copies stand. */
  copies: string
  key?: string | undefined
}

export const WAYBACK: ArchiveOptions = {
  available: 'https://archive.org/wayback/available',
  save: 'https://web.archive.org/save',
  copies: 'https://web.archive.org/web',
}

const LIMITS = { timeMs: 20_000, bytes: 200_000 }

const timestamp = z.string().regex(/^\d{14}$/)
const available = z.object({
  archived_snapshots: z.object({
    closest: z.object({ available: z.boolean(), url: z.url({ protocol: /^https?$/ }), timestamp }).optional(),
  }),
})
const saved = z.object({ job_id: z.string().min(1).max(200) })
const status = z.object({
  status: z.string(),
  timestamp: timestamp.optional(),
  original_url: z.url({ protocol: /^https?$/ }).optional(),
})

/** The Wayback Machine, or what speaks as it does. Sources: archive.org/help/wayback_api.php; the specification of Save Page Now 2. */
export function waybackArchive({ available: at, save, copies, key }: ArchiveOptions): Archive {
  const headers = { accept: 'application/json', ...(key && { authorization: `LOW ${key}` }) }
  const answered = async (url: string, form?: Record<string, string>): Promise<unknown> => {
    const body = form && Buffer.from(new URLSearchParams(form).toString())
    const asking = body
      ? { method: 'POST' as const, headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' }, body }
      : { headers }
    const answer = await ask(url, LIMITS, asking, OWN)
    if (answer.status !== 200) throw new Error(`${new URL(url).host} answered with status ${answer.status}.`)
    return JSON.parse(answer.body.toString())
  }
  return {
    name: new URL(copies).host,
    async find(url) {
      const { closest } = available.parse(await answered(archive.availableOf(at, url))).archived_snapshots
      return closest?.available ? kept(closest.url, closest.timestamp) : undefined
    },
    async request(url) {
      const { job_id: job } = saved.parse(await answered(save, { url, skip_first_archive: '1' }))
      return { state: 'asked', url: null, capturedAt: null, job }
    },
    async look(job) {
      const now = status.parse(await answered(archive.job(save, job)))
      if (now.status === 'pending') return { state: 'asked', url: null, capturedAt: null, job }
      if (now.status !== 'success' || !now.timestamp || !now.original_url)
        return { state: 'refused', url: null, capturedAt: null, job }
      return { ...kept(archive.copy(copies, now.timestamp, now.original_url), now.timestamp), job }
    },
  }
}

/** @NOTE the service of old answers with http, where its copies stand under https as well. */
function kept(url: string, at: string): Copied {
  return {
    state: 'kept',
    url: url.replace(/^http:\/\/web\.archive\.org\//, 'https://web.archive.org/'),
    capturedAt: moment(at),
    job: null,
  }
}

/** Source: the timestamps of Memento's TimeGates at the Internet Archive, YYYYMMDDhhmmss in UTC. */
function moment(at: string): number {
  const [year, month, day, hour, minute, second] = at.match(/^(\d{4})|\d\d/g)!.map(Number)
  return Date.UTC(year!, month! - 1, day, hour, minute, second)
}
