/** What can have a name that is kept as it is in every language. */
export const NAME_KINDS = ['person', 'party', 'outlet', 'place', 'term'] as const
export type NameKind = (typeof NAME_KINDS)[number]

/** How a name is written in a language, as dictionaries would list it, and forms that no rule makes of it. */
export interface NameForm {
  language: string
  form: string
  inflected: readonly string[]
}

/** Somebody or something that is named, whatever the language. */
export interface Named<Id extends number = number> {
  id: Id
  kind: NameKind
  forms: readonly NameForm[]
}

/** Where a text names one of them; `form` are the words that stand there. */
export interface Mention<Id extends number = number> {
  entryId: Id
  form: string
  start: number
  end: number
  /** Whether it is no form of the name, but an adjective that is made of it, "ташкентский", or how a longer word begins: a hint that the name was kept, of which nothing can be asked. */
  isDerived: boolean
}
