import type { BylineRole, Profile } from './profiles/profile.ts'

export interface Byline {
  name: string
  role: BylineRole
}

/** Whom a line names and as what; undefined where it is no byline. */
export function bylineFrom(text: string, profile: Profile): Byline | undefined {
  for (const { role, pattern } of profile.bylines) {
    const name = pattern.exec(text)?.groups?.name
    if (name) return { name, role }
  }
}
