import { Trouble } from '../../../kit/trouble.ts'
import type { Writing } from '../../../store/index.ts'
import { isStaff, type Member, memberById, mustMay, type PersonId, WHOLE } from '../../people/index.ts'
import { sanctionPeople } from '../policy.ts'
import { mustHaveSecond } from '../proposals/second-person.ts'
import { SUSPENSIONS_MS, type SuspensionLength } from '../sanctions/sanction.ts'
import { addSanction, endSanctionOf, endSanctions, resumeSanctions } from '../sanctions/sanctions.ts'
import { roleOf } from './decide.ts'
import type { Decision, DecisionId, PersonDecision } from './decision.ts'
import { addDecision } from './decisions.ts'
import { decisionMade } from './events.ts'
import { type Grounds, groundOf } from './grounds.ts'

export interface PersonDeciding extends Grounds {
  kind: PersonDecision
  personId: PersonId
  by: Member
  at: number
  /** For how long, where it is a suspension. */
  length?: SuspensionLength | undefined
  caseId?: Decision['caseId']
  /** Of what is lifted: the one decision that it takes back, whether it is still in force or over; everything where none is named. */
  takesBackId?: DecisionId
  foundBy?: Decision['foundBy']
  /** A second person who assents. */
  assentedBy?: Member
}

/** Decides about a person: warns, suspends or bans them, or takes that back. Throws Trouble where one may not, or there is nothing to take back. */
export async function decideAboutPerson(tx: Writing, deciding: PersonDeciding): Promise<DecisionId> {
  const { kind, personId, by, at, length, caseId = null, foundBy = 'staff', assentedBy } = deciding
  for (const who of [by, ...(assentedBy ? [assentedBy] : [])]) {
    mustMay(sanctionPeople, who, WHOLE)
    await mustBeConcerned(tx, personId, who)
  }
  if (!assentedBy && foundBy !== 'appeal') await mustHaveSecond(tx, kind, { articleIds: [], comments: 0 })
  await tx.inTurn(`sanctions of ${personId}`)
  const ended = kind === 'unban' ? await lifted(tx, deciding) : []
  if (kind === 'unban' && ended.length === 0) throw new Trouble('conflict', 'sanction.none')
  const until = kind === 'suspend' ? at + SUSPENSIONS_MS[mustBeLength(length)] : null
  const id = await addDecision(tx, {
    kind,
    at,
    byId: by.id,
    byRole: roleOf(by, WHOLE),
    assentedById: assentedBy?.id ?? null,
    foundBy,
    automated: 0,
    ...(await groundOf(tx, deciding, kind !== 'unban')),
    articleId: null,
    personId,
    comments: 0,
    until,
    caseId,
    takesBackId: ended.at(-1) ?? null,
    undoneAt: null,
    undoneById: null,
    settledAt: null,
  })
  if (kind === 'suspend' || kind === 'ban') await addSanction(tx, { personId, kind, decisionId: id, at, until })
  tx.note(decisionMade, { about: id, at })
  return id
}

async function lifted(tx: Writing, { personId, takesBackId, at }: PersonDeciding): Promise<DecisionId[]> {
  if (takesBackId === undefined) return endSanctions(tx, personId, at)
  await endSanctionOf(tx, takesBackId, at)
  return [takesBackId]
}

/** After an appeal, what was decided about a person before stays as it is. */
export async function upholdAboutPerson(
  tx: Writing,
  { personId, by, at, note }: Pick<Decision, 'at' | 'note'> & { personId: PersonId; by: Member },
): Promise<DecisionId> {
  const id = await addDecision(tx, {
    ...{
      kind: 'uphold',
      at,
      byId: by.id,
      byRole: roleOf(by, WHOLE),
      foundBy: 'appeal',
      automated: 0,
      assentedById: null,
    },
    ...{ ruleId: null, law: null, note, staffNote: '', articleId: null, personId, comments: 0, until: null },
    ...{ caseId: null, takesBackId: null, undoneAt: null, undoneById: null, settledAt: null },
  })
  tx.note(decisionMade, { about: id, at })
  return id
}

/** Takes such a decision back as if it had never been. */
export async function undoAboutPerson(tx: Writing, { id, kind, personId, at: decidedAt }: Decision, at: number) {
  if (personId === null) return
  if (kind === 'unban') await resumeSanctions(tx, personId, decidedAt)
  else await endSanctionOf(tx, id, at)
}

/** How long, where it is for a time. */
export function mustBeLength(length: SuspensionLength | undefined): SuspensionLength {
  if (length) return length
  throw new Trouble('invalid', 'sanction.length-missing')
}

/** Nobody decides about themselves, and about colleagues administrators alone do. */
export async function mustBeConcerned(tx: Writing, personId: PersonId, by: Member): Promise<void> {
  const person = await memberById(tx, personId)
  if (!person || person.accountId === null) throw new Trouble('missing', 'person.missing')
  const isColleague = isStaff(person) && !by.roles.some(({ role }) => role === 'admin')
  if (person.id === by.id || isColleague) throw new Trouble('forbidden', 'sanction.not-yours')
}
