import type { Logger } from 'pino'
import { forTerminal } from './characters.ts'
import { Refusal } from './refusal.ts'
import { Trouble } from './trouble.ts'

/** What stands beside a sentence, by name. Nothing of a person: no name, no address, nothing typed. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>

/** Where the operator reads what happens while Parley serves. */
export interface Log {
  info(sentence: string, fields?: LogFields): void
  warn(sentence: string, fields?: LogFields): void
  /** With its stack, where it is a fault of the program. */
  error(error: unknown, fields?: LogFields): void
}

export const LOG_FORMS = ['people', 'json'] as const
export type LogForm = (typeof LOG_FORMS)[number]

/** Takes lines; standard output and standard error are two. */
interface Sink {
  write(text: string): unknown
}

/** Writes sentences for people, or a line of JSON each for a program that gathers them; JSON goes to `out` alone. */
export async function createLog(form: LogForm, out: Sink, err: Sink): Promise<Log> {
  return form === 'json' ? asJson(await pinoOn(out)) : forPeople(out, err)
}

/** For people: what is well on one stream, what is not on the other. */
export function forPeople(out: Sink, err: Sink): Log {
  const write = (sink: Sink, words: string, fields: LogFields = {}) => {
    const said = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${value}`]))
    sink.write(`${forTerminal([words, ...(said.length > 0 ? [`(${said.join(', ')})`] : [])].join(' '))}\n`)
  }
  return {
    info: (sentence, fields) => write(out, sentence, fields),
    warn: (sentence, fields) => write(err, sentence, fields),
    error: (error, fields) => write(err, toldOf(error), fields),
  }
}

/** What goes wrong is said on standard error, and nothing else. */
export const STDERR_LOG: Log = forPeople({ write() {} }, process.stderr)

/** @NOTE loaded where it is asked for alone: it and what it brings take some megabytes. */
async function pinoOn(out: Sink): Promise<Logger> {
  const { pino, stdTimeFunctions } = await import('pino')
  const options = {
    base: undefined,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (level: string) => ({ level }) },
    serializers: { err: withoutDetails },
  }
  return pino(options, { write: (line: string) => void out.write(line) })
}

function asJson(logger: Logger): Log {
  return {
    info: (sentence, fields) => logger.info(fields ?? {}, sentence),
    warn: (sentence, fields) => logger.warn(fields ?? {}, sentence),
    error: (error, fields) => logger.error({ ...fields, err: error }, error instanceof Error ? error.message : 'error'),
  }
}

/** @NOTE of a database's errors the details are left out: they repeat what was typed. */
function withoutDetails(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name: type, message, stack, cause } = error
  const code = 'code' in error ? String(error.code) : undefined
  return { type, message, code, stack, ...(cause instanceof Error && { cause: cause.stack }) }
}

function toldOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { message, stack, cause } = error
  return isFault(error) ? [stack, ...(cause instanceof Error ? [`caused by ${cause.stack}`] : [])].join('\n') : message
}

/** Whether an error is a fault of the program, and no state of the world in which it works. */
export function isFault(error: unknown): boolean {
  return !(error instanceof Refusal || error instanceof Trouble)
}
