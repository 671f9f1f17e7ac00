import type { Trouble } from '../../../../kit/trouble.ts'

/** That something came too often: what is said of it, of whom it is true, and until when. */
export interface Refused {
  trouble: Trouble
  about: string
  until: number
}
