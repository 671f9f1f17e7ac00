import type { Member, Right } from '../../domain/people/index.ts'
import type { Ask } from '../http/ask.ts'
import type { Wrong } from '../http/wrong.ts'

/** Throws what was wrong, unless whoever sent a form may see the page on which it comes again. */
export async function mustSeeAgain(ask: Ask, right: Right<unknown>, wrong: Wrong): Promise<void> {
  const by: Member = await ask.person()
  if (!right.may(by, undefined)) throw wrong.trouble
}
