import { paths } from '../../../addresses/paths.ts'
import { sentencesIn } from '../../../kit/sentences.ts'
import type { Reading } from '../../../store/index.ts'
import { caseById } from '../../moderation/early.ts'
import type { CaseId } from '../../moderation/index.ts'
import type { Device } from '../channels/push/device.ts'
import { openDevicesOf } from '../channels/push/devices.ts'
import { type PushMessage, pushOf } from '../channels/push/push-message.ts'
import { nameIn } from '../name-in.ts'
import type { DueLetter } from './due-letter.ts'

/** What one browser is told. */
export interface CasePush {
  device: Device
  message: PushMessage
}

/** The same as the letter, to each browser of whoever may handle the case; none where it waits no more. */
export async function casePushes(
  db: Reading,
  { aboutId, personId }: Pick<DueLetter, 'aboutId' | 'personId'>,
  now: number,
): Promise<CasePush[]> {
  const one = await caseById(db, aboutId as CaseId)
  if (!one || one.closedAt !== null || personId === null) return []
  const pushes: CasePush[] = []
  for (const device of await openDevicesOf(db, personId, now)) {
    const { language } = device
    const say = sentencesIn(language)
    const title = say('mail.case-subject', { publication: await nameIn(db, language), id: one.id })
    const path = paths.deskCase(one.id, language)
    const page = paths.deskCase(one.id)
    const told = { title, body: say('mail.case-text'), path, page, tag: `case-${one.id}` }
    pushes.push({ device, message: pushOf(device, told) })
  }
  return pushes
}
