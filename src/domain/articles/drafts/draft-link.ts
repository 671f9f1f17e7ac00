import { isSealed, sealOf } from '../../../kit/hash.ts'
import type { Id } from '../../../kit/ids.ts'
import { idFrom } from '../../../kit/ids.ts'
import type { PersonId } from '../../people/index.ts'
import type { EditionId } from '../editions/edition.ts'

export type DraftLinkId = Id<'draftLink'>

/** A way in for somebody outside, who sees an edition as it is being written. */
export interface DraftLink {
  id: DraftLinkId
  editionId: EditionId
  /** For whom it is, as whoever made it calls them. */
  name: string
  /** What makes its seal another than that of any other link of this number. */
  salt: string
  byId: PersonId | null
  at: number
  /** Null while it holds. */
  withdrawnAt: number | null
}

export const LONGEST_LINK_NAME = 100

/** Links that only the holder of the secret can make. */
export interface DraftLinks {
  tokenOf(link: Pick<DraftLink, 'id' | 'salt'>): string
  idIn(token: string): DraftLinkId | undefined
  isSealed(token: string, link: Pick<DraftLink, 'id' | 'salt'>): boolean
}

/** Of links that are out already, those count that the former secret sealed. */
export function createDraftLinks(secret: string, formerSecret = secret): DraftLinks {
  const seal = (key: string, { id, salt }: Pick<DraftLink, 'id' | 'salt'>) => sealOf(key, `draft ${id} ${salt}`)
  return {
    tokenOf: (link) => `${link.id}.${seal(secret, link)}`,
    idIn: (token) => idFrom<'draftLink'>(token.split('.')[0]),
    isSealed(token, link) {
      const [, sealed = ''] = token.split('.')
      return [secret, formerSecret].some((key) => isSealed(sealed, seal(key, link)))
    },
  }
}
