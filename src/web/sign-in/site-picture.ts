import { keepPortrait, LARGEST_PORTRAIT_BYTES, type MediaStore, showPortrait } from '../../domain/media/index.ts'
import type { SiteArrival } from '../../domain/people/index.ts'
import { SECOND_MS } from '../../kit/clock.ts'
import type { Log } from '../../kit/log.ts'
import { ask as askAddress, type Reach } from '../../kit/outbound.ts'
import { troubleIn } from '../../kit/trouble.ts'
import type { Ask } from '../http/ask.ts'

export interface Given {
  media: MediaStore
  log: Log
  /** How far questions to foreign addresses may lead. */
  reach: Reach | undefined
}

/** @NOTE somebody waits for it at the door. */
const LIMITS = { timeMs: 3 * SECOND_MS, bytes: LARGEST_PORTRAIT_BYTES }
const OK = 200

/** Shows the picture that a site gives of a user of its own; one that cannot be had is left out, and the operator told so. */
export async function showSitePicture(
  ask: Ask,
  { media, log, reach }: Given,
  { personId, address }: NonNullable<SiteArrival['picture']>,
): Promise<void> {
  try {
    const { status, body } = await askAddress(address, LIMITS, {}, reach)
    if (status !== OK) throw new Error(`It is answered with ${status}.`)
    const kept = await keepPortrait(media, body)
    await ask.store.write((tx) => showPortrait(tx, { personId, ...kept, at: ask.at }))
  } catch (error) {
    const why = troubleIn(error)?.key ?? (error as Error).name
    log.warn('The picture that a site gives of one of its users cannot be had, and is left out', {
      person: personId,
      why,
    })
  }
}
