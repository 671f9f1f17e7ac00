/** An account that has just signed in, and the cookies that say so; nobody yet where a second step is asked for. */
export interface Entered {
  accountId: string | undefined
  cookies: string[]
}
