import type { ReactionKind } from '../../domain/discussion/index.ts'
import type { Say } from '../../kit/sentences.ts'
import type { Frame } from './frame.ts'
import type { Place } from './moment.ts'
import type { ShownRule } from './tombstone.ts'

/** What an entry needs to know of the page it stands on. */
export interface Telling extends Place {
  rules: readonly ShownRule[]
  /** The part that persons had in the article, by their ids. */
  roles: ReadonlyMap<number, string>
  /** The reactions of the publication, in the order in which they are shown. */
  reactions: readonly ReactionKind[]
  say: Say
  /** Whether a comment can be answered and quoted where it stands. */
  acts: boolean
}

/** For pages on which comments are shown only to be read, as above a form. */
export function toBeRead({ language, publication }: Frame, rules: readonly ShownRule[], say: Say): Telling {
  const { zone, reactions } = publication
  return { language, zone, reactions, rules, roles: new Map(), say, acts: false }
}
