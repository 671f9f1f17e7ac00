import { setTimeout } from 'node:timers/promises'
import { publicationOf } from '../domain/articles/index.ts'
import {
  type Archive,
  askedFirst,
  type Checked,
  keepChecked,
  type Snapshot,
  settleSnapshot,
  takeForCheck,
} from '../domain/sources/index.ts'
import { DAY_MS, MINUTE_MS } from '../kit/clock.ts'
import { NotAsked } from '../kit/outbound.ts'
import { askOn, type Found } from '../kit/outbound-page.ts'
import { isReserved } from '../kit/reserved-names.ts'
import type { Parley } from '../parley.ts'
import { isNight } from './night.ts'

/** More are not asked in one night; those that were asked longest ago come first. */
const MOST_A_NIGHT = 3_000
const CHECKED_AGAIN_MS = 20 * 60 * MINUTE_MS
const LIMITS = { timeMs: 15_000, bytes: 0 }
const HEADERS = { 'user-agent': 'Parley (checks whether what is cited is still there)' }
/** A copy that is not there by then will not come. */
const COPY_PATIENCE_MS = 2 * DAY_MS

/** Asks whether the addresses of sources still answer, one after the other, and what became of copies that were asked for. */
export function linkRound({ store, clock, jobs }: Pick<Parley, 'store' | 'clock' | 'jobs'>, restMs: number) {
  const { reach } = jobs.links

  async function checkAll(isClosed: () => boolean) {
    const { zone } = await publicationOf(store)
    for (let asked = 0; asked < MOST_A_NIGHT && !isClosed() && isNight(clock(), zone); asked++) {
      const { value: next } = await store.write((tx) => takeForCheck(tx, clock() - CHECKED_AGAIN_MS, clock()))
      if (!next) return
      if (isReserved(next.url)) continue
      const checked = await checkOf(next.url, (method) =>
        askOn(next.url, { limits: LIMITS, headers: HEADERS, method, reach }),
      )
      await store.write((tx) => keepChecked(tx, next.id, { ...checked, at: clock() }))
      await setTimeout(restMs, undefined, { ref: false })
    }
  }

  async function lookAfterCopies(archive: Archive, isClosed: () => boolean) {
    for (let after = 0; !isClosed(); ) {
      const copy = await askedFirst(store, after)
      if (!copy) return
      after = copy.id
      const became = await becameOf(archive, copy)
      if (became) await store.write((tx) => settleSnapshot(tx, copy.id, became, clock()))
      await setTimeout(restMs, undefined, { ref: false })
    }
  }

  async function becameOf(archive: Archive, { job, askedAt, provider }: Snapshot) {
    const isOver = clock() - askedAt > COPY_PATIENCE_MS
    const given = isOver ? ({ state: 'refused', url: null, capturedAt: null } as const) : undefined
    if (!job || provider !== archive.name) return given
    const found = await archive.look(job).catch(() => undefined)
    return found && found.state !== 'asked'
      ? { state: found.state, url: found.url, capturedAt: found.capturedAt }
      : given
  }

  return { checkAll, lookAfterCopies }
}

const GONE = [404, 410]
const PAID_FOR = [401, 402]
/** Some servers know no HEAD, and some fail at it. */
const NO_HEAD = [400, 403, 405, 406]
const OWN_TROUBLE = 500

/** What an answer says of an address; nothing is said of it where a server has trouble of its own. */
async function checkOf(url: string, asking: (method: 'HEAD' | 'GET') => Promise<Found>): Promise<Omit<Checked, 'at'>> {
  try {
    const first = await asking('HEAD')
    const {
      status,
      hasMoved,
      url: there,
    } = NO_HEAD.includes(first.status) || first.status >= OWN_TROUBLE ? await asking('GET') : first
    if (GONE.includes(status)) return { found: 'dead', movedTo: null }
    if (status >= OWN_TROUBLE) return { found: null, movedTo: null }
    if (PAID_FOR.includes(status)) return { found: 'paywalled', movedTo: null }
    if (status === 200 && hasMoved && there !== url) return { found: 'moved', movedTo: there }
    return { found: 'ok', movedTo: null }
  } catch (error) {
    if (error instanceof NotAsked) return { found: null, movedTo: null }
    throw error
  }
}
