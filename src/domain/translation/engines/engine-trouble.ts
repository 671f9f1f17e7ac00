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

/** Why an engine translated nothing. */
export class EngineTrouble extends Error {
  override name = 'EngineTrouble'
  readonly fault: EngineFault
  /** When it may be asked again, where it says so, in milliseconds from now. */
  readonly afterMs: number | undefined

  constructor(fault: EngineFault, message: string, afterMs?: number) {
    super(message)
    this.fault = fault
    this.afterMs = afterMs
  }

  /** Whether it may be otherwise in a while. */
  get isPassing(): boolean {
    return PASSING.has(this.fault)
  }
}
