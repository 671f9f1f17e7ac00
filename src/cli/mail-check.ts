import path from 'node:path'
import { mailAddressFrom } from '../domain/people/index.ts'
import { createMail, mailTrouble, trialLetter } from '../domain/reach/index.ts'
import { wallClock } from '../kit/clock.ts'
import { languageFrom } from '../kit/language.ts'
import { Refusal } from '../kit/refusal.ts'
import { Trouble } from '../kit/trouble.ts'
import type { CommandContext } from './command-context.ts'

const ENGLISH = languageFrom('en')!

/** What is wrong with the way letters go out, in sentences; with an address, a letter goes there. */
export async function mailComplaints(context: CommandContext, to: string | undefined): Promise<string[]> {
  const { smtp } = context.settings
  const trouble = smtp && (await mailTrouble(smtp))
  if (trouble) return [`The mail server takes no letters (${trouble}). Check PARLEY_SMTP.`]
  if (smtp) context.say('Mail: the server takes letters.')
  if (to === undefined) return []
  const address = addressIn(to)
  try {
    await mailOf(context).send(trialLetter(address, ENGLISH, 'Parley'))
  } catch (error) {
    return [`The letter to ${address} was not sent (${error instanceof Error ? error.message : error}).`]
  }
  context.say(
    smtp ? `Mail: a letter is on its way to ${address}; look whether it arrives.` : 'Mail: a letter stands above.',
  )
  return []
}

function mailOf({ settings: { smtp, mailFrom: from, data }, origin, say: tell }: CommandContext) {
  return createMail({ smtp, from, origin, folder: path.join(data, 'mail'), clock: wallClock, tell })
}

function addressIn(text: string) {
  try {
    return mailAddressFrom(text)
  } catch (error) {
    if (error instanceof Trouble) throw new Refusal(`"${text}" is no mail address.`)
    throw error
  }
}
