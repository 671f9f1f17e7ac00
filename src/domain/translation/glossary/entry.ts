import type { Id } from '../../../kit/ids.ts'
import type { Language } from '../../../kit/language.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { NAME_KINDS, type NameKind } from '../../../text/names/name.ts'
import { keepable } from '../../../text/words.ts'
import type { PersonId } from '../../people/index.ts'

export type EntryId = Id<'glossaryEntry'>
export type EntryKind = NameKind
export const ENTRY_KINDS = NAME_KINDS

/** How a name is written in one language. */
export interface GlossaryForm {
  language: Language
  form: string
  /** Whether somebody has settled it, so that it is changed by editors alone. */
  isLocked: boolean
  /** Forms that no rule of the language makes of it. */
  inflected: readonly string[]
  /** By which scheme of transliteration it was proposed; null where somebody wrote it. */
  scheme: string | null
  byId: PersonId | null
  at: number
}

/** Somebody or something that keeps its name in every language. */
export interface GlossaryEntry {
  id: EntryId
  kind: EntryKind
  note: string
  forms: readonly GlossaryForm[]
}

export type FormDraft = Pick<GlossaryForm, 'language' | 'form' | 'isLocked'> &
  Partial<Pick<GlossaryForm, 'inflected' | 'scheme'>>

export interface EntryDraft {
  kind: EntryKind
  note: string
  forms: readonly FormDraft[]
}

export const MOST_ENTRIES = 20_000
/** In characters. */
export const LONGEST_FORM = 200
export const LONGEST_NOTE = 1_000
export const MOST_INFLECTED = 50

/** A form as it is kept: one line. Throws Trouble where it cannot be kept. */
export function formFrom(typed: string): string {
  return lineOf(typed, LONGEST_FORM, 'form')
}

export function noteFrom(typed: string): string {
  return lineOf(typed, LONGEST_NOTE, 'note')
}

/** Further forms as they are typed, with semicolons or line ends between. */
export function inflectedIn(typed: string): string[] {
  const forms = typed
    .split(/[;\n]/)
    .map(formFrom)
    .filter((form) => form !== '')
  const once = [...new Set(forms)]
  if (once.length > MOST_INFLECTED)
    throw new Trouble(
      'invalid',
      'glossary.too-many-forms',
      { limit: MOST_INFLECTED },
      field('inflected', 'glossary.too-many-forms'),
    )
  return once
}

export function kindFrom(sent: string): EntryKind | undefined {
  return ENTRY_KINDS.find((kind) => kind === sent)
}

function lineOf(typed: string, limit: number, name: string): string {
  const line = keepable(typed).replace(/\s+/g, ' ').trim()
  if ([...line].length > limit)
    throw new Trouble('invalid', 'glossary.too-long', { limit }, field(name, 'glossary.too-long'))
  return line
}

function field(name: string, key: string) {
  return { fields: { [name]: key } }
}
