import { randomUUID } from 'node:crypto'
import type { SendLink, SignInContext } from '../../src/domain/people/index.ts'
import { askForLink, createAccounts, createLimits, createStrength } from '../../src/domain/people/index.ts'
import { type Language, languageFrom } from '../../src/kit/language.ts'
import type { Store } from '../../src/store/index.ts'

type Letter = Parameters<SendLink>[0]

export interface TestSignIn {
  context: SignInContext
  /** Every letter that was brought, oldest first. */
  letters: Letter[]
  /** Moves the clock on. */
  wait(napMs: number): void
  /** Asks for a link and answers with its token; the same key asks once. */
  ask(mail: string, browser: string, more?: { name?: string; next?: string; key?: string }): Promise<string>
}

export const ENGLISH: Language = languageFrom('en')!

/** A context of sign-in whose letters are read at once and whose clock a test moves; `url` is the publication's address. */
export function signInOn(store: Store, url = 'https://review.example'): TestSignIn {
  const letters: Letter[] = []
  const secret = 'a secret of the tests, long enough for any purpose'
  let ahead = 0
  const context: SignInContext = {
    store,
    accounts: createAccounts({ database: store.database, secret, url }),
    limits: createLimits(),
    clock: () => Date.now() + ahead,
    secret,
    publicationNames: async () => ['The Harbour Review'],
    strengthOf: createStrength(),
    post: async (letter) => void letters.push(letter),
    tell: async () => {},
  }
  return {
    context,
    letters,
    wait(napMs) {
      ahead += napMs
    },
    async ask(mail, browser, { name, next, key = randomUUID() } = {}) {
      const wish = {
        mail,
        name,
        next,
        language: ENGLISH,
        browser,
        client: 'c',
        sent: '/sent',
        linkTo: (token: string) => token,
      }
      await askForLink(context, wish, { personId: 0, key, requestHash: JSON.stringify([mail, name]) })
      return letters.at(-1)!.link
    },
  }
}

/** What a browser sends back of the cookies it was given. */
export function cookieHeader(setCookies: readonly string[]): string {
  return setCookies.map((line) => line.split(';')[0]).join('; ')
}
