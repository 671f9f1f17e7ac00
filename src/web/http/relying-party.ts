import type { RelyingParty } from '../../domain/people/index.ts'
import type { Ask } from './ask.ts'

/** The publication as devices know it that keep keys for it. */
export async function relyingParty(ask: Ask): Promise<RelyingParty> {
  const { publication } = await ask.frame()
  return { origin: ask.origin, name: publication.name }
}
