import { csvEntries } from './csv.ts'
import { fileOf, type GlossaryFile, type RefusedLine } from './file-entry.ts'
import { tbxEntries } from './tbx.ts'

export type { GlossaryFile, RefusedLine }

/** What a file of names holds, TBX where it begins as XML, or else a table. Throws Trouble where it is neither. */
export function glossaryFileFrom(text: string): GlossaryFile {
  const plain = text.replace(/^\ufeff/, '')
  return fileOf(plain.trimStart().startsWith('<') ? tbxEntries(plain.trimStart()) : csvEntries(plain))
}
