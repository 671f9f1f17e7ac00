import type { ShownWords } from '../../domain/people/index.ts'
import type { Ask } from './ask.ts'

/** What stands before whoever comes from a site of the publication's own. @NOTE no name stands in it: words that are agreed to are kept when whoever agreed is not. */
export async function siteJoiningWords(ask: Ask): Promise<ShownWords> {
  const say = await ask.say()
  return { words: say('joining.hint', { rules: say('sign-up.rules') }), language: await ask.language() }
}

/** What stands before whoever joins, as it is kept with their consent. */
export async function joiningWords(ask: Ask): Promise<ShownWords> {
  const say = await ask.say()
  return { words: say('sign-up.hint', { rules: say('sign-up.rules') }), language: await ask.language() }
}
