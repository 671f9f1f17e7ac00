import { paths } from '../../addresses/paths.ts'
import { preferred } from '../../kit/language.ts'
import { type Say, sentencesIn, spoken } from '../../kit/sentences.ts'
import { Trouble, type TroubleKind } from '../../kit/trouble.ts'
import { errorPage, type Failure } from '../html/error-page.ts'
import { json, page, plain, seeOther } from './answers.ts'
import type { Ask } from './ask.ts'

export const STATUS: Record<TroubleKind, number> = {
  invalid: 422,
  missing: 404,
  forbidden: 403,
  conflict: 409,
  gone: 410,
  busy: 503,
}

/** What a reader is told when something went wrong; what was nobody's fault but ours is logged and not told. A browser that breaks off what it sends is no fault. A library may have put words of its own around a trouble. */
export async function answerTo(error: unknown, ask: Ask): Promise<Response> {
  const trouble = [error, error instanceof Error && error.cause].find((one) => one instanceof Trouble)
  if (!trouble && error !== ask.c.env.incoming.errored) console.error(error)
  return told(trouble, ask).catch(() => alone(trouble, ask))
}

async function told(trouble: Trouble | undefined, ask: Ask): Promise<Response> {
  const status = statusOf(trouble)
  const say = await ask.say()
  const sentence = sentenceFor(trouble, say)
  if (wantsJson(ask)) return json({ error: trouble?.key ?? BROKEN, sentence }, status)
  if (trouble?.key === 'person.unknown' && ask.c.req.method === 'GET') return signIn(ask)
  const failure: Failure = { kind: trouble?.kind ?? 'broken', sentence }
  return page(errorPage(await ask.frame(), failure, say), status)
}

/** A sentence by itself, where what stands around a page cannot be had either. */
function alone(trouble: Trouble | undefined, ask: Ask): Response {
  const say = sentencesIn(preferred(ask.header('accept-language'), ['en', ...spoken])!)
  return plain(`${sentenceFor(trouble, say)}\n`, statusOf(trouble))
}

const BROKEN = 'page.broken'

function statusOf(trouble: Trouble | undefined): number {
  return trouble ? STATUS[trouble.kind] : 500
}

function sentenceFor(trouble: Trouble | undefined, say: Say): string {
  return trouble ? say(trouble.key, trouble.args) : say(BROKEN)
}

/** A stranger who opens a page for people with an account is led through the door and back. */
async function signIn(ask: Ask): Promise<Response> {
  const { pathname, search } = new URL(ask.c.req.url)
  return seeOther(paths.signIn(await ask.language(), pathname + search))
}

export function wantsJson({ header, form }: Ask): boolean {
  return form.isJson || (header('accept') ?? '').startsWith('application/json')
}
