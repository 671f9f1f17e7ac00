import type { Entry, JournalReader, Reading, Step } from '../../../store/index.ts'
import {
  legalNoticeAnswered,
  legalNoticeGiven,
  type StatementId,
  statementById,
  statementGiven,
} from '../../moderation/index.ts'
import type { DueLetter } from './due-letter.ts'
import { planLetter } from './letters.ts'

type NewLetter = Pick<DueLetter, 'matter' | 'aboutId' | 'personId' | 'dueAt'>

/** Plans the letters that the law asks for, of what happened in moderation. */
export const lettersReader: JournalReader = {
  name: 'letters',
  kinds: [legalNoticeGiven, legalNoticeAnswered, statementGiven],
  async step(db, { entries }): Promise<Step> {
    const letters: NewLetter[] = []
    for (const entry of entries) letters.push(...(await lettersOn(db, entry)))
    return {
      async act(tx) {
        for (const letter of letters) await planLetter(tx, letter)
      },
    }
  },
}

async function lettersOn(db: Reading, entry: Entry): Promise<NewLetter[]> {
  const letter = { aboutId: entry.about!, personId: null, dueAt: entry.at }
  if (legalNoticeGiven.is(entry)) return [{ ...letter, matter: 'notice-received' }]
  if (legalNoticeAnswered.is(entry)) return [{ ...letter, matter: 'notice-answered' }]
  const personId = (await statementById(db, entry.about as StatementId))?.personId ?? null
  return personId === null ? [] : [{ ...letter, personId, matter: 'statement' }]
}
