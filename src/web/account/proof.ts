import { paths } from '../../addresses/paths.ts'
import { isFresh } from '../../domain/people/index.ts'
import { seeOther } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'

/** Leads whoever signed in long ago through the door once more, and back; a browser left open is no proof of who sits before it. */
export async function provenAnew(ask: Ask, next: string): Promise<Response | undefined> {
  const signedIn = await ask.signedIn()
  if (signedIn && isFresh(signedIn, ask.at)) return
  return seeOther(paths.signInAgain(await ask.language(), next))
}
