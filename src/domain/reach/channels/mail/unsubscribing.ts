import { isSealed, sealOf } from '../../../../kit/hash.ts'
import { idFrom } from '../../../../kit/ids.ts'
import type { PersonId } from '../../../people/index.ts'

/** Links that end all mail to one person, and say who that is to those alone who sealed them. */
export interface Unsubscribing {
  tokenFor(personId: PersonId): string
  personIn(token: string): PersonId | undefined
}

export function createUnsubscribing(secret: string): Unsubscribing {
  const sealed = (id: string) => sealOf(secret, `unsubscribe ${id}`)
  return {
    tokenFor: (personId) => `${personId}.${sealed(String(personId))}`,
    personIn(token) {
      const [id = '', seal = ''] = token.split('.')
      return isSealed(seal, sealed(id)) ? idFrom<'person'>(id) : undefined
    },
  }
}
