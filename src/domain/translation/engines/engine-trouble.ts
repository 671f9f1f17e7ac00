/** What can be wrong with an engine, as `engine.<fault>` in words/ says it. */
export const ENGINE_FAULTS = [
  'silent',
  'busy',
  'key',
  'quota',
  'too-long',
  'language',
  'refused',
  'wrong-answer',
  'limit',
  'budget',
] as const
export type EngineFault = (typeof ENGINE_FAULTS)[number]

const PASSING: ReadonlySet<EngineFault> = new Set(['silent', 'busy'])

interface Told {
  afterMs?: number | undefined
  isUntaken?: boolean
}

/** Why an engine translated nothing. */
export class EngineTrouble extends Error {
  override name = 'EngineTrouble'
  readonly fault: EngineFault
  /** When it may be asked again, where it says so, in milliseconds from now. */
  readonly afterMs: number | undefined
  /** Whether it was not reached, or turned the question away, so that nobody pays for it. */
  readonly isUntaken: boolean

  constructor(fault: EngineFault, message: string, { afterMs, isUntaken = false }: Told = {}) {
    super(message)
    this.fault = fault
    this.afterMs = afterMs
    this.isUntaken = isUntaken
  }

  /** Whether it may be otherwise in a while. */
  get isPassing(): boolean {
    return PASSING.has(this.fault)
  }
}
