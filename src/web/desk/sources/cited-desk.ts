import type { ZodType } from 'zod'
import type { CitedDraft, Kept, MergedKind, Sort } from '../../../domain/sources/index.ts'
import type { Id } from '../../../kit/ids.ts'
import type { Say } from '../../../kit/sentences.ts'
import type { Frame } from '../../html/frame.ts'
import type { Html } from '../../html/template.ts'
import type { NamesTyped } from './names-fields.ts'

/** What the form of an outlet or of somebody who speaks sends, whichever it is. */
export interface CitedTyped extends NamesTyped {
  kind: string
  /** Addresses, one a line. */
  sameAs: string
}

/** What the fields of a form are shown with. */
export interface FieldsShown<Typed> {
  typed: Typed
  errors: Readonly<Record<string, string>>
  frame: Frame
  say: Say
}

/** What is particular to the desk of outlets, or to that of those who speak. */
export interface CitedDesk<Kind extends MergedKind, Draft extends CitedDraft, Typed extends CitedTyped> {
  sort: Sort<Kind, Draft>
  /** How each of its fields is read. */
  form: Readonly<Record<keyof Typed, ZodType>>
  /** What is typed of one that nothing is known of but its names. */
  nothing: Omit<Typed, keyof NamesTyped>
  typedOf(kept: Kept<Kind, Draft>, frame: Frame): Omit<Typed, keyof NamesTyped>
  draftOf(typed: Typed, frame: Frame): Draft
  /** What the form asks beside names and pages elsewhere. */
  fields(shown: FieldsShown<Typed>): Html
  /** What a list says beside the name. */
  about(kept: Kept<Kind, Draft>, language: string, say: Say): readonly (string | null)[]
  words: { list: string; hint: string; adding: string }
  paths: {
    one(id: Id<Kind>, language?: string, done?: boolean): string
    all(language?: string, asked?: Readonly<Record<string, string | number>>): string
    adding(language: string): string
    merge(id: Id<Kind>): string
    forReaders(language: string, key: string): string
  }
}
