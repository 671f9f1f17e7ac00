import type { Language } from '../../../kit/language.ts'

/** Says of rows in several languages which of them readers get: in the language asked for, or in the publication's, or whichever there is. */
export type Spoken = <Row extends { language: Language }>(rows: readonly Row[] | undefined) => Row | undefined

export function spokenIn(...languages: readonly Language[]): Spoken {
  return (rows = []) => {
    for (const wanted of languages) {
      const found = rows.find(({ language }) => language === wanted)
      if (found) return found
    }
    return rows[0]
  }
}

/** Those of one language alone. */
export function onlyIn(wanted: Language): Spoken {
  return (rows = []) => rows.find(({ language }) => language === wanted)
}
