import { Trouble, type TroubleKind } from '../kit/trouble.ts'
import { json, page, seeOther } from './answers.ts'
import type { Ask } from './ask.ts'
import { errorPage, type Failure } from './pages/error-page.ts'
import { paths } from './paths.ts'

export const STATUS: Record<TroubleKind, number> = {
  invalid: 422,
  missing: 404,
  forbidden: 403,
  conflict: 409,
  gone: 410,
  busy: 503,
}

/** What a reader is told when something went wrong; what was nobody's fault but ours is logged and not told. A browser that breaks off what it sends is no fault. */
export async function answerTo(error: unknown, ask: Ask): Promise<Response> {
  const trouble = error instanceof Trouble ? error : undefined
  if (!trouble && error !== ask.c.env.incoming.errored) console.error(error)
  const status = trouble ? STATUS[trouble.kind] : 500
  const say = await ask.say()
  const sentence = trouble ? say(trouble.key, trouble.args) : say('page.broken')
  if (wantsJson(ask)) return json({ error: trouble?.key ?? 'page.broken', sentence }, status)
  if (trouble?.key === 'person.unknown' && ask.c.req.method === 'GET') return signIn(ask)
  const failure: Failure = { kind: trouble?.kind ?? 'broken', sentence }
  return page(errorPage(await ask.frame(), failure, say), status)
}

/** A stranger who opens a page for people with an account is led through the door and back. */
async function signIn(ask: Ask): Promise<Response> {
  const { pathname, search } = new URL(ask.c.req.url)
  return seeOther(paths.signIn(await ask.language(), pathname + search))
}

export function wantsJson({ header, form }: Ask): boolean {
  return form.isJson || (header('accept') ?? '').startsWith('application/json')
}
