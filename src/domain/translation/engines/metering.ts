import type { Store } from '../../../store/index.ts'
import type { TranslationEngine } from './engine.ts'
import { EngineTrouble } from './engine-trouble.ts'
import { type EngineLimits, reserveUse, type Sending, settleUse } from './engine-use.ts'

/** An engine, and what it may be sent and cost in a month. */
export interface EngineInUse extends EngineLimits {
  engine: TranslationEngine
}

/** Has something translated within what the month has left, by an engine that counts what it is really sent. */
export async function metered<T>(
  store: Store,
  { engine, ...limits }: EngineInUse,
  sending: Omit<Sending, 'engine'>,
  work: (engine: TranslationEngine) => Promise<T>,
): Promise<T> {
  if (sending.characters === 0) return work(engine)
  const reserved = await reserveUse(store, limits, { ...sending, engine: engine.name })
  const counting = countingEngine(engine)
  try {
    return await work(counting)
  } finally {
    await settleUse(store, limits, reserved, counting.sent)
  }
}

function countingEngine(engine: TranslationEngine) {
  return {
    ...engine,
    sent: 0,
    async translate(asked: Parameters<TranslationEngine['translate']>[0]) {
      const characters = asked.texts.reduce((sum, text) => sum + text.length, 0)
      this.sent += characters
      try {
        return await engine.translate(asked)
      } catch (error) {
        if (error instanceof EngineTrouble && error.isUntaken) this.sent -= characters
        throw error
      }
    },
  }
}
