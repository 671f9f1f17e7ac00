import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import path from 'node:path'
import { carried } from '../../kit/characters.ts'
import type { Clock } from '../../kit/clock.ts'
import { makeOwnFolder } from '../../kit/folder.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Letter } from './letters/letter.ts'

export interface MailSettings {
  /** Such as smtps://person:password@host; without one, letters stay in the folder and on the terminal. */
  smtp?: string | undefined
  /** Made of the public address where the operator says nothing. */
  from?: string | undefined
  origin: string
  folder: string
  clock: Clock
  /** A line for the operator. */
  tell(line: string): void
}

export type Mail = (letter: Letter) => Promise<void>

const PATIENCE_MS = 10_000

/** Sends letters, or keeps them where the operator can read them. Throws Trouble for a letter that did not go out. */
export function createMail(settings: MailSettings): Mail {
  return settings.smtp ? bySmtp(settings, settings.smtp) : toFolder(settings)
}

/** What keeps letters from going out by this server, in its own words; undefined where it takes them. */
export async function mailTrouble(smtp: string): Promise<string | undefined> {
  const transport = await transportTo(smtp)
  try {
    await transport.verify()
  } catch (error) {
    return (error as Error).message
  } finally {
    transport.close()
  }
}

async function transportTo(url: string) {
  const { createTransport } = await import('nodemailer')
  const patience = { connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS }
  return createTransport({ url, ...patience })
}

function bySmtp(settings: MailSettings, url: string): Mail {
  const opening = once(() => transportTo(url))
  return async (letter) => {
    try {
      const transport = await opening()
      await transport.sendMail(messageOf(letter, settings))
    } catch (error) {
      settings.tell(`A mail could not be sent (${(error as Error).message}). Check PARLEY_SMTP.`)
      throw new Trouble('busy', 'mail.not-sent', {}, { cause: error })
    }
  }
}

function toFolder(settings: MailSettings): Mail {
  const opening = once(async () => {
    const { createTransport } = await import('nodemailer')
    return createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  })
  return async (letter) => {
    const message = await readable(letter, settings, await opening())
    const moment = new Date(settings.clock()).toISOString().replaceAll(':', '-')
    const file = path.join(settings.folder, `${moment}-${randomBytes(4).toString('hex')}.eml`)
    makeOwnFolder(settings.folder)
    await writeFile(file, message, { mode: 0o600, flag: 'wx' })
    settings.tell(`Mail to ${letter.to} (no PARLEY_SMTP is set, so it is kept in ${file}):\n\n${letter.text}`)
  }
}

/** A letter as whoever opens the file can read it and take its links from it: its text, not encoded. */
async function readable(
  letter: Letter,
  settings: MailSettings,
  composer: { sendMail(message: object): Promise<{ message: unknown }> },
) {
  const { message } = await composer.sendMail({ ...messageOf({ ...letter, html: '' }, settings), text: 'text' })
  const [head] = String(message).split('\n\n')
  return `${head!.replace(/^(Content-Transfer-Encoding:).*$/m, '$1 8bit')}\n\n${carried(letter.text)}`
}

/** @NOTE an address as an object is taken as it is; as a text it would be parsed. */
function messageOf({ to, subject, text, html, headers }: Letter, { from, origin, clock }: MailSettings) {
  return {
    from: from ?? `parley@${hostOf(origin)}`,
    to: { name: '', address: to },
    subject: carried(subject).replace(/\s+/g, ' '),
    text: carried(text),
    html: carried(html),
    date: new Date(clock()),
    headers: { 'Auto-Submitted': 'auto-generated', ...headers },
    textEncoding: 'quoted-printable' as const,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

function hostOf(origin: string) {
  const { hostname } = new URL(origin)
  return isIP(hostname) || hostname.startsWith('[') ? 'localhost' : hostname
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
