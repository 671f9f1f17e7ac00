import { type Language, languageFrom } from '../../../../kit/language.ts'
import { Trouble, type TroubleArgs, troubleIn } from '../../../../kit/trouble.ts'
import { type EntryDraft, type EntryKind, formFrom, inflectedIn, kindFrom, noteFrom } from '../entry.ts'

/** An entry as a file has it, with the line at which it stands. */
export interface FileEntry extends EntryDraft {
  line: number
}

/** A line that is not taken, with the sentence that says why. */
export interface RefusedLine {
  line: number
  key: string
  args: TroubleArgs
}

/** What a file holds, and what of it cannot be taken. */
export interface GlossaryFile {
  entries: readonly FileEntry[]
  refused: readonly RefusedLine[]
}

/** The same before anything of it is checked. */
export interface RawEntry {
  line: number
  kind: string
  note: string
  forms: readonly { language: string; form: string; state: string; inflected: readonly string[] }[]
}

export const MOST_IN_A_FILE = 10_000

/** Reads each entry by itself, so that one that is wrong keeps no other out. */
export function fileOf(raw: readonly RawEntry[]): GlossaryFile {
  if (raw.length > MOST_IN_A_FILE) throw new Trouble('invalid', 'glossary-file.too-many', { limit: MOST_IN_A_FILE })
  const entries: FileEntry[] = []
  const refused: RefusedLine[] = []
  for (const one of raw) {
    try {
      entries.push(entryOf(one))
    } catch (error) {
      const trouble = troubleIn(error)
      if (!trouble) throw error
      refused.push({ line: one.line, key: trouble.key, args: trouble.args })
    }
  }
  return { entries, refused }
}

const LOCKED = new Set(['locked', 'yes', '1', 'preferredterm-admn-sts', 'preferred'])
const PROPOSED = new Set(['', 'proposed', 'no', '0', 'admittedterm-admn-sts', 'admitted'])
const OUTDATED = /^(?:deprecated|superseded)/i

function entryOf({ line, kind, note, forms }: RawEntry): FileEntry {
  const drafts = forms
    .filter(({ form, state }) => form.trim() !== '' && !OUTDATED.test(state))
    .map(({ language, form, state, inflected }) => ({
      language: languageOf(language),
      form: formFrom(form),
      isLocked: isLocked(state),
      inflected: inflectedIn(inflected.join('\n')),
    }))
  if (drafts.length === 0) throw new Trouble('invalid', 'glossary-line.empty')
  const twice = drafts.find(({ language }, at) => drafts.findIndex((one) => one.language === language) !== at)
  if (twice) throw new Trouble('invalid', 'glossary-line.twice', { language: twice.language })
  return { line, kind: kindOf(kind), note: noteFrom(note), forms: drafts }
}

function kindOf(typed: string): EntryKind {
  const sent = typed.trim().toLowerCase()
  const kind = sent === '' ? 'term' : kindFrom(sent)
  if (!kind) throw new Trouble('invalid', 'glossary-line.kind', { kind: typed.slice(0, SHOWN) })
  return kind
}

const SHOWN = 50

function languageOf(tag: string): Language {
  const language = languageFrom(tag.trim().replaceAll('_', '-'))
  if (!language) throw new Trouble('invalid', 'glossary-line.language', { language: tag.slice(0, SHOWN) })
  return language
}

function isLocked(typed: string): boolean {
  const state = typed.trim().toLowerCase()
  if (LOCKED.has(state)) return true
  if (PROPOSED.has(state)) return false
  throw new Trouble('invalid', 'glossary-line.state', { state: typed.slice(0, SHOWN) })
}
