import { carriedIn } from '../glossary/former-forms.ts'
import { examine } from './examining.ts'
import type { KnownNames } from './known-names.ts'
import { type NamesAsked, namesFound } from './naming.ts'
import type { Pair, Speaker } from './pair.ts'

/** What is done in the thread of the gate, never on the one that answers readers, with what the glossary says of two languages. */
export const tasks = {
  examine: (names: KnownNames, pairs: readonly Pair[], speakers: readonly Speaker[]) => examine(pairs, names, speakers),
  names: (names: KnownNames, asked: NamesAsked) => namesFound(asked, names),
  carried: (_: KnownNames, ...asked: Parameters<typeof carriedIn>) => carriedIn(...asked),
}

export type Tasks = typeof tasks
export type Task = keyof Tasks
/** What a task is asked beside what the glossary says. */
export type AskedOf<T extends Task> = Parameters<Tasks[T]> extends [KnownNames, ...infer Rest] ? Rest : never
export type AnswerOf<T extends Task> = ReturnType<Tasks[T]>
