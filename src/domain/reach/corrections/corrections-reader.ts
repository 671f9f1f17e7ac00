import { z } from 'zod'
import type { JournalReader } from '../../../store/index.ts'
import { publicationOf } from '../../articles/index.ts'
import { type CorrectionId, correctionById, correctionMade, correctionMadeBy } from '../../sources/early.ts'
import { digestAfter } from '../delivery/digest.ts'
import { tellCorrection } from './correction-notices.ts'
import { CONCERNED, PHASES } from './whom-it-concerns.ts'

/** It is done with those before this one, for the entry after the last. */
const where = z.object({ phase: z.enum(PHASES), after: z.int() })
type Where = z.output<typeof where>

const BEGINNING: Where = { phase: 'followers', after: 0 }

/** Tells those whom a correction concerns, a bounded number of them in each step. */
export const correctionsReader: JournalReader<Where> = {
  name: 'corrections',
  kinds: [correctionMade],
  state: where,
  async step(db, { seq, state, entries }) {
    const first = entries[0]!
    const { about, articleId } = correctionMade.payloadOf(first)
    const { phase, after } = state ?? BEGINNING
    const [said, byId, { zone }] = await Promise.all([
      correctionById(db, about as CorrectionId),
      correctionMadeBy(db, about as CorrectionId),
      publicationOf(db),
    ])
    const { people, last } = await CONCERNED[phase](db, { articleId, editions: said }, after)
    const next = last === undefined ? beginOf(PHASES[PHASES.indexOf(phase) + 1]) : { phase, after: last }
    const digestAt = digestAfter(zone, first.at)
    return {
      to: next ? { seq, state: next } : { seq: first.seq, state: null },
      act: (tx) =>
        tellCorrection(tx, { correctionId: about as CorrectionId, articleId, at: first.at, people, byId, digestAt }),
    }
  },
}

function beginOf(phase: Where['phase'] | undefined): Where | undefined {
  return phase && { phase, after: 0 }
}
