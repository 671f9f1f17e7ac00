import type { JournalReader, Step } from '../../../store/index.ts'
import { legalNoticeAnswered, legalNoticeGiven } from '../../moderation/index.ts'
import type { DueLetter, Matter } from './due-letter.ts'
import { planLetter } from './letters.ts'

/** Plans the letters that the law asks for, of what happened in moderation. */
export const lettersReader: JournalReader = {
  name: 'letters',
  kinds: [legalNoticeGiven, legalNoticeAnswered],
  async step(_, { entries }): Promise<Step> {
    const letters = entries.map((entry): Pick<DueLetter, 'matter' | 'aboutId' | 'personId' | 'dueAt'> => {
      const matter: Matter = legalNoticeGiven.is(entry) ? 'notice-received' : 'notice-answered'
      return { matter, aboutId: entry.about!, personId: null, dueAt: entry.at }
    })
    return {
      async act(tx) {
        for (const letter of letters) await planLetter(tx, letter)
      },
    }
  },
}
