/** A site whose own users come in by what it signs of them. */
export interface Site {
  /** In addresses and in the database; it stays. */
  id: string
  /** As readers know it. */
  name: string
  /** Where it takes those who want to come in; it sends them back with a token. */
  address: string
  /** Each is good until its day; several at a time, so that they can be changed one by one. */
  keys: readonly SiteKey[]
  /** What it may give and take here. */
  roles: readonly SiteRole[]
}

/** @NOTE not `admin`: who holds a site's key would hold this publication. */
export const SITE_ROLES = ['moderator', 'translator', 'editor'] as const
export type SiteRole = (typeof SITE_ROLES)[number]

export const KEY_ALGORITHMS = ['EdDSA', 'ES256', 'RS256', 'HS256'] as const

export interface SiteKey {
  /** The `kid` of tokens that it signed. */
  id: string
  algorithm: (typeof KEY_ALGORITHMS)[number]
  /** In PEM; of HS256 there is a secret in its place. */
  public?: string | undefined
  secret?: string | undefined
  /** The last day on which it is taken, in UTC. */
  until?: string | undefined
}
