import type { z } from 'zod'
import { mustTakePart } from '../../domain/moderation/early.ts'
import { troubleIn } from '../../kit/trouble.ts'
import type { Ask } from './ask.ts'
import type { Shape } from './shapes.ts'
import { reader, typist } from './taken.ts'
import type { Takes } from './takes.ts'
import { sayingWhen, wantsJson } from './troubles.ts'
import type { Files, UploadedFile } from './uploads.ts'
import { maySeeAgain, mustMay, type Who } from './who.ts'
import { type Wrong, wrongWith } from './wrong.ts'

export type Read<S extends Shape> = { [Name in keyof S]: z.output<S[Name]> }
type AsTyped<S extends Shape> = { [Name in keyof S]: z.output<S[Name]> extends readonly unknown[] ? string[] : string }

type Lent<S extends Files> = {
  [Name in keyof S]: S[Name] extends { most: number } ? UploadedFile[] : UploadedFile | undefined
}

/** A form with what was typed and what was wrong with it; throws what it has no form for. */
type FormAgain<Typed, Given> = (ask: Ask, typed: Typed, given: Given, wrong: Wrong) => Promise<Response>

/** Who may, and whether it is closed to those who are suspended. */
export interface Door {
  who: Who
  isDoor: boolean
}

/** What stands at an address: what it takes, and how it answers those who may. */
export interface Action<Given = unknown> {
  takes: Takes
  answer: (ask: Ask, given: Given, door: Door) => Promise<Response>
}

/** Answers with what was taken, read already; a form comes `again` where something was wrong, but for those who speak JSON or may not see it. */
export function taking<
  Given = unknown,
  P extends Shape = Record<never, never>,
  Q extends Shape = Record<never, never>,
  F extends Shape = Record<never, never>,
  S extends Files = Record<never, never>,
>(
  takes: Takes<P, Q, F, S>,
  handler: (ask: Ask, taken: Read<P> & Read<Q> & Read<F> & Lent<S>, given: Given) => Promise<Response>,
  again?: FormAgain<Read<P> & AsTyped<Q> & AsTyped<F>, Given>,
): Action<Given> {
  const { params = {} as P, query = {} as Q, form = {} as F, files } = takes
  const named = reader(params, 'missing')
  const [asked, sent] = [reader(query), reader(form)]
  const [askedAs, sentAs] = [typist(query), typist(form)]

  return {
    takes,
    async answer(ask, given, { who, isDoor }) {
      if (isDoor) await mustBeLetThrough(ask)
      const place = named(ask.params)
      try {
        await mustMay(who, ask)
        await using upload = files && (await ask.receive(files))
        const taken = { ...place, ...asked(ask.query), ...sent(ask.form), ...noFiles(files), ...upload?.files }
        return await handler(ask, taken as Read<P> & Read<Q> & Read<F> & Lent<S>, given)
      } catch (error) {
        const trouble = troubleIn(error)
        if (!again || !trouble || wantsJson(ask) || !(await maySeeAgain(who, ask))) throw error
        const typed = { ...place, ...askedAs(ask.query), ...sentAs(ask.form) }
        const wrong = wrongWith(trouble, takes, await ask.say())
        return sayingWhen(await again(ask, typed as Read<P> & AsTyped<Q> & AsTyped<F>, given, wrong), trouble)
      }
    },
  }
}

/** A form without files has none of those of which many may come. */
function noFiles(files: Files = {}): Record<string, []> {
  return Object.fromEntries(Object.entries(files).flatMap(([name, { most }]) => (most ? [[name, []]] : [])))
}

/** @NOTE both questions are asked at once, which spares everybody a journey to a database that is elsewhere. */
async function mustBeLetThrough(ask: Ask): Promise<void> {
  const likely = ask.likelyAsker()
  const early = likely && mustTakePart(ask.store, likely, ask.at)
  early?.catch(() => {})
  const by = await ask.asker()
  if (by) await (by.id === likely ? early : mustTakePart(ask.store, by.id, ask.at))
}
