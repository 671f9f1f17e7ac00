import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import path from 'node:path'
import { carried } from '../../../../kit/characters.ts'
import type { Clock } from '../../../../kit/clock.ts'
import type { Complaints } from '../../../../kit/complaints.ts'
import { makeOwnFolder } from '../../../../kit/folder.ts'
import { Trouble } from '../../../../kit/trouble.ts'
import type { Letter } from './letter.ts'

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
  /** Where a server that takes no letters is told once. */
  complaints?: Pick<Complaints, 'about'> | undefined
}

export interface Mail {
  /** Throws Trouble for a letter that did not go out, or of which nobody knows. */
  send(letter: Letter): Promise<void>
  /** Answers what came of a letter. */
  deliver(letter: Letter): Promise<'sent' | 'later' | 'unknown'>
}

const PATIENCE_MS = 10_000
/** What a mail server that takes no letters is told about. */
export const ABOUT_MAIL = 'mail'

/** Sends letters, or keeps them where the operator can read them. */
export function createMail(settings: MailSettings): Mail {
  const bring = settings.smtp ? bySmtp(settings, settings.smtp) : toFolder(settings)
  const { tell, complaints } = settings
  const complaint = complaints?.about(ABOUT_MAIL) ?? { wrong: tell, well() {} }

  async function deliver(letter: Letter) {
    try {
      await bring(letter)
      complaint.well()
      return 'sent'
    } catch (error) {
      if (error instanceof Unanswered) {
        tell(error.message)
        return 'unknown'
      }
      const sentence = `A mail could not be sent (${(error as Error).message}). Check PARLEY_SMTP.`
      if (isOfTheLetter(error)) tell(sentence)
      else complaint.wrong(sentence)
      return 'later'
    }
  }

  return {
    deliver,
    async send(letter) {
      if ((await deliver(letter)) !== 'sent') throw new Trouble('busy', 'mail.not-sent')
    },
  }
}

/** Whether the server works, and refused this letter or whom it is for. Source: nodemailer, docs on error codes. */
function isOfTheLetter(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['EENVELOPE', 'EMESSAGE'].includes(String(error.code))
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

async function transportTo(url: string, hear: (entry: { tnx?: string }) => void = () => {}) {
  const { createTransport } = await import('nodemailer')
  const patience = { connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS }
  const logger = { level() {}, trace: hear, debug: hear, info: hear, warn: hear, error: hear, fatal: hear }
  // A password is said over an encrypted line alone.
  const requireTLS = new URL(url).password !== ''
  return createTransport({ url, requireTLS, logger: logger as never, ...patience })
}

/** The whole letter was handed over, and nobody said that it was taken. */
class Unanswered extends Error {}

type Bring = (letter: Letter) => Promise<void>

/** @NOTE a connection of its own for each letter, whose log alone tells that all of it was handed over. */
function bySmtp(settings: MailSettings, url: string): Bring {
  return async (letter) => {
    let isHandedOver = false
    const transport = await transportTo(url, ({ tnx }) => {
      isHandedOver ||= tnx === 'message'
    })
    try {
      await transport.sendMail(messageOf(letter, settings))
    } catch (error) {
      const { message, responseCode } = error as Error & { responseCode?: number }
      if (!isHandedOver || responseCode) throw error
      throw new Unanswered(`Whether a mail went out is not known: the server took it and did not answer (${message}).`)
    }
  }
}

function toFolder(settings: MailSettings): Bring {
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
function messageOf({ to, subject, text, html, headers, id }: Letter, { from, origin, clock }: MailSettings) {
  return {
    from: from ?? `parley@${hostOf(origin)}`,
    to: { name: '', address: to },
    subject: carried(subject).replace(/\s+/g, ' '),
    text: carried(text),
    html: carried(html),
    date: new Date(clock()),
    headers: { 'Auto-Submitted': 'auto-generated', ...headers },
    ...(id ? { messageId: `<${id}@${hostOf(origin)}>` } : {}),
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
