import type { Entry, JournalReader, Reading, Step } from '../../../store/index.ts'
import {
  caseById,
  caseOverdue,
  handleCases,
  legalNoticeAnswered,
  legalNoticeGiven,
  placeOfCase,
  statementById,
  statementGiven,
} from '../../moderation/early.ts'
import type { CaseId, StatementId } from '../../moderation/index.ts'
import { memberById, type PersonId, staffListed } from '../../people/index.ts'
import { devicesOf } from '../channels/push/devices.ts'
import type { DueLetter } from './due-letter.ts'
import { planLetter } from './letters.ts'

type NewLetter = Pick<DueLetter, 'matter' | 'aboutId' | 'personId' | 'dueAt'>

/** Plans the letters that the law asks for, of what happened in moderation. */
export const lettersReader: JournalReader = {
  name: 'letters',
  kinds: [legalNoticeGiven, legalNoticeAnswered, statementGiven, caseOverdue],
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
  if (caseOverdue.is(entry)) return overdueLetters(db, entry)
  const personId = (await statementById(db, entry.about as StatementId))?.personId ?? null
  return personId === null ? [] : [{ ...letter, personId, matter: 'statement' }]
}

/** By mail, and to those who are told in a browser, there, too. */
async function overdueLetters(db: Reading, { about, at: dueAt }: Entry): Promise<NewLetter[]> {
  const letters: NewLetter[] = []
  for (const personId of await handlersOf(db, about as CaseId)) {
    const letter = { aboutId: about!, personId, dueAt }
    letters.push({ ...letter, matter: 'case-overdue' })
    if ((await devicesOf(db, personId)).length > 0) letters.push({ ...letter, matter: 'case-pushed' })
  }
  return letters
}

/** More of those who work here are not looked at. */
const MOST_STAFF = 500

/** Who may handle a case that waits yet. */
async function handlersOf(db: Reading, id: CaseId): Promise<PersonId[]> {
  const one = await caseById(db, id)
  if (!one || one.closedAt !== null) return []
  const [place, handlers] = [await placeOfCase(db, one), [] as PersonId[]]
  for (const person of await staffListed(db, 0, MOST_STAFF)) {
    const member = await memberById(db, person.id)
    if (member && handleCases.may(member, place)) handlers.push(member.id)
  }
  return handlers
}
