import { BoundedCache } from '../../../kit/bounded-cache.ts'
import { oneOf, type Store, type Tail } from '../../../store/index.ts'
import { importDone, publicationChanged, publicationRestored } from '../../articles/index.ts'
import { appealEnded, appealMade } from '../appeals/events.ts'
import { decisionSettled, decisionUndone } from '../decisions/events.ts'
import { commentReported, legalNoticeAnswered, legalNoticeGiven } from '../reports/events.ts'
import { type Figures, figuresOf } from './figures.ts'

/** The figures of a year, in a language. */
export type YearInFigures = (year: number, language: string) => Promise<Figures>

const changesFigures = oneOf([
  ...[decisionSettled, decisionUndone, commentReported, legalNoticeGiven, legalNoticeAnswered, appealMade, appealEnded],
  ...[publicationChanged, importDone, publicationRestored],
])
const MOST_KEPT = 100

/** Counts a year once for all who ask, and anew after something was reported, decided or answered. */
export function createKeptFigures({ store, tail }: { store: Store; tail: Tail }): YearInFigures {
  const kept = new BoundedCache<string, Promise<Figures>>(MOST_KEPT)
  tail.follow((entries) => {
    if (entries.some(changesFigures)) kept.clear()
  })
  return (year, language) => {
    const key = `${year} ${language}`
    const reading = kept.get(key) ?? store.read((db) => figuresOf(db, year, language))
    kept.set(key, reading)
    reading.catch(() => kept.delete(key))
    return reading
  }
}
