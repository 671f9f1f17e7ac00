import type { Trouble } from '../../../../kit/trouble.ts'

/** That something came too often: what is said of it at a moment, of whom it is true, and until when. */
export interface Refused {
  troubleAt: (at: number) => Trouble
  about: string
  until: number
}
