import { paths } from '../../addresses/paths.ts'
import { preferred } from '../../kit/language.ts'
import { type Say, sentencesIn, spoken } from '../../kit/sentences.ts'
import { Trouble, troubleIn } from '../../kit/trouble.ts'
import { errorPage, type Failure } from '../html/error-page.ts'
import { keptForm } from '../html/kept-form.ts'
import { page, plain, seeOther } from './answers.ts'
import type { Ask } from './ask.ts'
import { AGAIN_SECONDS } from './busy.ts'
import { pageBefore } from './page-before.ts'
import { problem } from './problem.ts'
import { STATUS } from './status.ts'
import type { Takes } from './takes.ts'

/** What a reader is told when something went wrong; what was nobody's fault but ours is logged and not told. A browser that breaks off what it sends is no fault. */
export async function answerTo(error: unknown, ask: Ask, takes: Takes = {}): Promise<Response> {
  const trouble = await demandedInstead(troubleIn(error), ask)
  if (!trouble && error !== ask.c.env.incoming.errored) ask.log.error(error, { request: ask.id })
  return sayingWhen(await pageOf(trouble, ask, takes).catch(() => alone(trouble, ask)), trouble)
}

/** Says in a header, too, after how long it is worth trying again. */
export function sayingWhen(answer: Response, trouble: Trouble | undefined): Response {
  const seconds = trouble?.retryAfterSeconds ?? (trouble?.kind === 'busy' ? AGAIN_SECONDS : undefined)
  if (seconds) answer.headers.set('retry-after', String(seconds))
  return answer
}

async function pageOf(trouble: Trouble | undefined, ask: Ask, takes: Takes): Promise<Response> {
  const status = statusOf(trouble)
  const say = await ask.say()
  if (wantsJson(ask)) return problem(trouble, takes, say)
  const sentence = sentenceFor(trouble, say)
  const isAsked = ask.c.req.method === 'GET'
  if (trouble?.key === 'person.unknown' && isAsked) return signIn(ask)
  if (trouble?.key === DEMANDED && isAsked) return seeOther(paths.secondFactor(await ask.language(), placeOf(ask)))
  const onward = await onwardFrom(trouble, ask, say)
  const kept = onward && keptForm(placeOf(ask), ask.form.fields, say)
  const failure: Failure = { kind: trouble?.kind ?? 'broken', sentence, onward, kept }
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
  return seeOther(paths.signIn(await ask.language(), placeOf(ask)))
}

function placeOf({ c }: Ask): string {
  const { pathname, search } = new URL(c.req.url)
  return pathname + search
}

const DEMANDED = 'second-factor.demanded'

/** Staff who are kept from something for want of a second factor are told that, and not that they are no staff. */
async function demandedInstead(trouble: Trouble | undefined, ask: Ask): Promise<Trouble | undefined> {
  if (trouble?.kind !== 'forbidden') return trouble
  const signedIn = await ask.signedIn().catch(() => undefined)
  return signedIn?.lacksSecondFactor ? new Trouble('forbidden', DEMANDED, {}, { cause: trouble }) : trouble
}

async function onwardFrom(trouble: Trouble | undefined, ask: Ask, say: Say): Promise<Failure['onward']> {
  if (trouble?.key === 'person.unknown') return wayIn(ask, say)
  if (trouble?.key !== DEMANDED) return
  return { path: paths.secondFactor(await ask.language(), pageBefore(ask)), words: say('second-factor.set-up') }
}

/** The way through the door and back to the page from which a form was sent. */
async function wayIn(ask: Ask, say: Say) {
  return { path: paths.signIn(await ask.language(), pageBefore(ask)), words: say('layout.sign-in') }
}

export function wantsJson({ header, form }: Ask): boolean {
  return form.isJson || /^application\/(?:problem\+)?json\b/.test(header('accept') ?? '')
}
