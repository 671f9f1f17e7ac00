import { Trouble } from '../../../kit/trouble.ts'
import type { Reading } from '../../../store/index.ts'
import { wordsFrom } from '../../../text/words.ts'
import type { RuleId } from '../rule.ts'
import { isRule } from '../rules.ts'
import type { Decision } from './decision.ts'

/** The most characters (code points) in which a decision is explained, to its author or among moderators. */
const LONGEST_NOTE = 1_000

/** Why something is decided, as it is given. */
export interface Grounds {
  ruleId?: RuleId | undefined
  /** The words of a law, where it is a law that was broken. */
  law?: string
  /** What the person concerned is told. */
  note?: string
  /** What moderators tell each other. */
  staffNote?: string
}

/** The same as it is kept. Throws Trouble where no rule and no law is named that must be, or a rule that there is not. */
export async function groundOf(
  db: Reading,
  { ruleId, law, note, staffNote }: Grounds,
  isNeeded: boolean,
): Promise<Pick<Decision, 'ruleId' | 'law' | 'note' | 'staffNote'>> {
  const notes = { note: noteFrom(note), staffNote: noteFrom(staffNote) }
  if (law) return { ruleId: null, law: wordsFrom(law, LONGEST_NOTE), ...notes }
  if (ruleId && (await isRule(db, ruleId))) return { ruleId, law: null, ...notes }
  if (ruleId || isNeeded) throw new Trouble('invalid', 'rule.missing')
  return { ruleId: null, law: null, ...notes }
}

function noteFrom(typed = ''): string {
  return typed.trim() === '' ? '' : wordsFrom(typed, LONGEST_NOTE)
}
