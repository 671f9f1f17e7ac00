/** The ways in and out. */
export const signInPaths = {
  signIn: (language: string, next?: string) => `/${language}/sign-in${next ? `?next=${encodeURIComponent(next)}` : ''}`,
  /** The way in for somebody who is in already, and shall show once more who they are. */
  signInAgain: (language: string, next: string) => `${signInPaths.signIn(language, next)}&again=1`,
  signUp: (language: string, next?: string) => `/${language}/sign-up${next ? `?next=${encodeURIComponent(next)}` : ''}`,
  signInLetter: (language: string) => `/${language}/sign-in/letter`,
  signInSent: (language: string) => `/${language}/sign-in/sent`,
  signInCode: (language: string) => `/${language}/sign-in/code`,
  signInSecond: (language: string, next?: string) =>
    `/${language}/sign-in/second${next ? `?next=${encodeURIComponent(next)}` : ''}`,
  signInSecondLost: (language: string) => `/${language}/sign-in/second/lost`,
  secondFactorStop: (language: string, token?: string) =>
    `/${language}/sign-in/second/stop${token ? `?token=${token}` : ''}`,
  signInLink: (language: string, token?: string) => `/${language}/sign-in/link${token ? `?token=${token}` : ''}`,
  signOut: '/sign-out',
  signOutEverywhere: '/sign-out/everywhere',
  signInPasskey: (language: string) => `/${language}/sign-in/passkey`,
  signInPasskeyOptions: (language: string) => `/${language}/sign-in/passkey/options`,
  signInWith: (
    language: string,
    provider: string,
    { next, connect }: { next?: string | undefined; connect?: boolean } = {},
  ) => {
    const query = new URLSearchParams({ ...(next && { next }), ...(connect && { connect: '1' }) })
    return `/${language}/sign-in/with/${provider}${query.size > 0 ? `?${query}` : ''}`
  },
  providerBack: (provider: string) => `/sign-in/with/${provider}/back`,
  firstAdministrator: '/first-administrator',
}
