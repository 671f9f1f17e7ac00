import { sha256 } from '../../../kit/hash.ts'
import { stableJson } from '../../../kit/json.ts'
import type { Writing } from '../../../store/index.ts'
import type { Letter } from '../channels/mail/letter.ts'
import { caseLetter } from './case-letter.ts'
import type { Compose } from './compose.ts'
import { correctionLetter } from './correction-letter.ts'
import type { DueLetter, Matter } from './due-letter.ts'
import { forgetLetter, giveUpOnLetters, keepLetterHash, leaseLetter } from './letters.ts'
import { noticeAnswered, noticeReceived } from './notice-letters.ts'
import { statementLetter } from './statement-letter.ts'

const COMPOSERS: Record<Matter, Compose> = {
  'notice-received': noticeReceived,
  'notice-answered': noticeAnswered,
  statement: statementLetter,
  'case-overdue': caseLetter,
  correction: correctionLetter,
}

export interface TakenLetter extends DueLetter {
  letter: Letter
}

/** Takes the next letter that is due, out of the way of other processes until it is settled; 'nothing' where nothing is left to say. */
export async function takeLetter(
  tx: Writing,
  origin: string,
  now: number,
): Promise<TakenLetter | 'nothing' | undefined> {
  await giveUpOnLetters(tx, now)
  const due = await leaseLetter(tx, now)
  if (!due) return
  const letter = await COMPOSERS[due.matter](tx, due, origin)
  if (!letter) {
    await forgetLetter(tx, due.id)
    return 'nothing'
  }
  const contentHash = sha256(stableJson(letter))
  await keepLetterHash(tx, due.id, contentHash)
  return { ...due, letter: { ...letter, id: contentHash } }
}
