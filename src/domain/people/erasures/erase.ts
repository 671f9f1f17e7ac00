import { performance } from 'node:perf_hooks'
import type { Store } from '../../../store/index.ts'
import type { DataKind, EraseSome } from '../privacy/data-kind.ts'
import type { Erase, Erasure } from './erasure.ts'

export interface Erasing {
  kinds: readonly Pick<DataKind, 'erases' | 'erasesLast'>[]
  /** Lets everything follow that follows from what was erased. */
  follow(store: Store): Promise<unknown>
  /** Waits after a step that took so long, so that others have their turn. */
  rest?(stepMs: number): Promise<unknown>
}

/** Erases kind by kind, each in many small transactions; what was cut short is begun again, and what is done by then costs little. */
export function createErasing({ kinds, follow, rest = async () => {} }: Erasing): Erase {
  return async (store, erasure) => {
    for (const { erases = [] } of kinds) await eraseAll(store, erasure, erases, rest)
    await follow(store)
    for (const { erasesLast = [] } of kinds) await eraseAll(store, erasure, erasesLast, rest)
    await store.database.forgetDeleted()
  }
}

async function eraseAll(
  store: Store,
  erasure: Erasure,
  erases: readonly EraseSome[],
  rest: NonNullable<Erasing['rest']>,
) {
  for (const eraseSome of erases)
    for (let after: number | undefined = 0; after !== undefined; ) {
      const [begun, from]: [number, number] = [performance.now(), after]
      after = (await store.write((tx) => eraseSome(tx, erasure, from))).value
      await rest(performance.now() - begun)
    }
}
