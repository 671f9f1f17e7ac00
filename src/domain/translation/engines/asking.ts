import type { IncomingHttpHeaders } from 'node:http'
import { type Answered, ask, OWN } from '../../../kit/outbound.ts'
import { type EngineFault, EngineTrouble } from './engine-trouble.ts'

const PATIENCE_MS = 60_000
const LARGEST_ANSWER = 4_000_000
const LONGEST_TOLD = 200

/** What engines say by their status, whatever else they say. Sources: the documentation of LibreTranslate, DeepL and OpenAI. */
const FAULTS: Readonly<Record<number, EngineFault>> = {
  401: 'key',
  402: 'quota',
  403: 'key',
  413: 'too-long',
  414: 'too-long',
  429: 'busy',
  456: 'quota',
}

/** @NOTE where no connection came about, nothing was sent. */
const UNREACHED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

interface Question {
  json?: unknown
  form?: Readonly<Record<string, string>>
  headers?: Readonly<Record<string, string>>
  patienceMs?: number | undefined
}

/** Asks an engine at a path below its address, and gives the JSON that it answered; throws EngineTrouble for any status but 200, and where no answer comes in time. */
export async function askEngine(
  base: string,
  path: string,
  { json, form, headers, patienceMs = PATIENCE_MS }: Question,
) {
  const url = [base, path].join('/')
  const { host } = new URL(url)
  const isForm = form !== undefined
  const body = Buffer.from(isForm ? new URLSearchParams(form).toString() : JSON.stringify(json))
  const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json'
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(`no answer within ${patienceMs / 1_000} s`)), patienceMs)
  try {
    const asking = { method: 'POST', headers: { 'content-type': type, ...headers }, body } as const
    const asked = ask(url, { timeMs: patienceMs, bytes: LARGEST_ANSWER }, asking, OWN)
    asked.catch(() => {})
    return answerIn(host, await Promise.race([asked, late.promise]))
  } catch (error) {
    if (error instanceof EngineTrouble) throw error
    const { message, code } = error as NodeJS.ErrnoException
    throw new EngineTrouble('silent', `${host}: ${message}`, { isUntaken: UNREACHED.has(code ?? '') })
  } finally {
    clearTimeout(timer)
  }
}

function answerIn(host: string, { status, headers, body }: Answered): unknown {
  const said = body.toString()
  if (status !== 200)
    throw new EngineTrouble(faultOf(status, said), told(host, status, said), {
      afterMs: afterMs(headers),
      isUntaken: true,
    })
  try {
    return JSON.parse(said)
  } catch {
    throw new EngineTrouble('wrong-answer', told(host, status, said))
  }
}

/** @NOTE what is too long for LibreTranslate, or in a language that an engine has not, is a plain 400. */
function faultOf(status: number, said: string): EngineFault {
  const fault = FAULTS[status]
  if (fault) return fault
  if (status >= 500) return 'busy'
  if (/exceeds|too (?:long|large)|context_length/i.test(said)) return 'too-long'
  if (/api key|api_key/i.test(said)) return 'key'
  if (/language|pair|lang/i.test(said)) return 'language'
  return 'refused'
}

function told(host: string, status: number, said: string) {
  return `${host} answered ${status}: ${said.slice(0, LONGEST_TOLD)}`
}

function afterMs({ 'retry-after': after }: IncomingHttpHeaders): number | undefined {
  const seconds = Number(after)
  return after && seconds >= 0 ? seconds * 1_000 : undefined
}
