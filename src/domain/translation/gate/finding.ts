import type { FactKind, LiteralKind, Unit } from '../../../text/facts/index.ts'

export type FindingKind = FactKind | LiteralKind | 'name' | 'quotation' | 'speaker'

/** What became of a fact: a conversion is right and named all the same, everything else holds the edition back. */
export type Outcome = 'missing' | 'altered' | 'added' | 'converted'

/** What is wrong, where that can be told: the same digits at another scale, another unit, a conversion that does not come out. */
export type Reason = 'scale' | 'unit' | 'currency' | 'percent' | 'conversion' | 'order' | 'sign' | 'value'

/** A fact as one side states it, and where in its words. */
export interface Stated {
  text: string
  start: number
  end: number
}

export interface Finding {
  kind: FindingKind
  outcome: Outcome
  original: Stated | null
  edition: Stated | null
  reason?: Reason
  /** What arithmetic makes of the original in the edition's unit. */
  exact?: { value: number; unit: Unit }
}

/** Whether an edition waits for somebody to mend this or to answer for it. */
export function isMiss({ outcome }: Finding): boolean {
  return outcome !== 'converted'
}
