import { Trouble } from '../../../kit/trouble.ts'
import type { Writing } from '../../../store/index.ts'
import { keepable } from '../../../text/words.ts'
import { LONGEST_EDITION } from '../../articles/index.ts'
import type { PairedParagraph } from '../editions/paragraphs/paragraph.ts'
import { saveSeveral, type Translating } from '../editions/translating.ts'
import type { ReadUnit, ReadXliff } from './read-xliff.ts'
import { unitIds } from './write-xliff.ts'

/** A unit that was not taken, and the key of the sentence that says why. */
export interface RefusedUnit {
  id: string
  source: string
  why: 'unknown' | 'changed' | 'source' | 'codes' | 'empty' | 'long' | 'twice'
}

/** What became of each unit. */
export interface TakenIn {
  taken: number
  same: number
  refused: RefusedUnit[]
}

/** Brings back what was translated elsewhere, into paragraphs that say the same as when they went out; each other unit is refused. */
export async function takeInXliff(tx: Writing, { file, ...who }: Translating & { file: ReadXliff }): Promise<TakenIn> {
  const report: TakenIn = { taken: 0, same: 0, refused: [] }
  await saveSeveral(tx, who, (paragraphs, { from, to }) => {
    if (!isLanguage(file.from, from) || !isLanguage(file.to, to))
      throw new Trouble('invalid', 'xliff.other-languages', { from: file.from, to: file.to })
    const ids = unitIds(paragraphs)
    const taken = new Map<PairedParagraph, string>()
    for (const unit of file.units) {
      const one = paragraphs[ids.indexOf(unit.id)]
      const why = whyNot(unit, one, taken)
      if (why) report.refused.push({ id: unit.id, source: unit.source, why })
      else if (keepable(unit.target!).trim() === one!.words) report.same++
      else taken.set(one!, keepable(unit.target!).trim())
    }
    report.taken = taken.size
    return taken
  })
  return report
}

function whyNot(
  { id, source, target, hasCodes }: ReadUnit,
  one: PairedParagraph | undefined,
  taken: ReadonlyMap<PairedParagraph, string>,
): RefusedUnit['why'] | undefined {
  if (!one) return /^p-[0-9a-f]{32}(?:-\d+)?$/.test(id) ? 'changed' : 'unknown'
  if (taken.has(one)) return 'twice'
  if (hasCodes) return 'codes'
  if (source.trim() !== one.now.trim()) return 'source'
  if (!target?.trim()) return 'empty'
  if (target.length > LONGEST_EDITION[one.part]) return 'long'
}

function isLanguage(named: string, language: string): boolean {
  return named.toLowerCase() === language.toLowerCase() || named.split('-')[0]!.toLowerCase() === language.toLowerCase()
}
