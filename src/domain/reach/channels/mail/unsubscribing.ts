import { isSealed, sealOf } from '../../../../kit/hash.ts'
import { idFrom } from '../../../../kit/ids.ts'
import type { PersonId } from '../../../people/index.ts'

/** Links that end all mail to one person, and say who that is to those alone who sealed them. */
export interface Unsubscribing {
  tokenFor(personId: PersonId): string
  personIn(token: string): PersonId | undefined
}

/** Of letters that are out already, those count that the former secret sealed. */
export function createUnsubscribing(secret: string, formerSecret = secret): Unsubscribing {
  const sealed = (id: string, key = secret) => sealOf(key, `unsubscribe ${id}`)
  return {
    tokenFor: (personId) => `${personId}.${sealed(String(personId))}`,
    personIn(token) {
      const [id = '', seal = ''] = token.split('.')
      const isOurs = [secret, formerSecret].some((key) => isSealed(seal, sealed(id, key)))
      return isOurs ? idFrom<'person'>(id) : undefined
    },
  }
}
