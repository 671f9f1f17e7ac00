import { ENTRY_KINDS, type EntryKind } from '../../../../domain/translation/index.ts'
import { type Language, languageFrom } from '../../../../kit/language.ts'
import { id, text, textOrNone } from '../../../http/shapes.ts'

/** The name that an address names. */
export const ENTRY = { entry: id<'glossaryEntry'>('glossary.missing') }

/** What a name is; a term where nothing else is said. */
export const kind = text.transform((sent): EntryKind => kindOf(sent) ?? 'term')
export const kindOrNone = textOrNone.transform((sent) => kindOf(sent ?? ''))

export function kindOf(sent: string): EntryKind | undefined {
  return ENTRY_KINDS.find((one) => one === sent)
}

/** @NOTE "language" itself is the page's in every form. */
export const within = textOrNone.transform((sent): Language | undefined => languageFrom(sent ?? ''))
