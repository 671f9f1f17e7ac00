import { MINUTE_MS, SECOND_MS } from '../../../../kit/clock.ts'
import { Trouble } from '../../../../kit/trouble.ts'
import type { Restraint } from '../restraints/restraint.ts'
import type { AdmissionRule } from './rule.ts'

/** Where a discussion or the publication is only to be read, nobody writes. */
export const readOnly: AdmissionRule = {
  name: 'read-only',
  judge({ at }, { restraints }) {
    const restraint = restraints.find(({ kind }) => kind === 'read-only')
    if (restraint) throw refusalBy(restraint, at)
    return undefined
  },
}

function refusalBy({ until }: Restraint, at: number): Trouble {
  if (until === null) return new Trouble('forbidden', 'admission.closed')
  const wait = { minutes: Math.ceil((until - at) / MINUTE_MS) }
  return new Trouble('forbidden', 'admission.read-only', wait, {
    retryAfterSeconds: Math.ceil((until - at) / SECOND_MS),
  })
}
