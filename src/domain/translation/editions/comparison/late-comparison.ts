import { late } from '../../../../kit/late.ts'
import type { Store } from '../../../../store/index.ts'
import type { Comparison } from './comparison.ts'

/** The comparison of facts and names, loaded when the desk first asks for it. */
export function lateComparison(store: Store): Comparison {
  let isAsked = false
  const comparison = late(async () => (await import('./comparison.ts')).createComparison(store))
  const asked = async () => {
    isAsked = true
    return comparison()
  }
  return {
    examine: async (pairs, between) => (await asked()).examine(pairs, between),
    compareFacts: async (pairs) => (await asked()).compareFacts(pairs),
    namesBetween: async (from, to) => (await asked()).namesBetween(from, to),
    findNames: async (language, what) => (await asked()).findNames(language, what),
    findCarried: async (...what) => (await asked()).findCarried(...what),
    close: async () => {
      if (isAsked) await (await comparison()).close()
    },
  }
}
