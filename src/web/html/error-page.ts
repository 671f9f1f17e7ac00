import type { Say } from '../../kit/sentences.ts'
import type { Frame } from './frame.ts'
import { type Message, messagePage } from './message-page.ts'
import type { Html } from './template.ts'

export interface Failure {
  kind: 'invalid' | 'missing' | 'forbidden' | 'conflict' | 'too-many' | 'busy' | 'gone' | 'broken'
  /** What is wrong, as a whole sentence in the page's language. */
  sentence: string
  onward?: Message['onward']
  kept?: Message['kept']
}

/** Says what went wrong and offers the way on. */
export function errorPage(frame: Frame, { kind, sentence, onward, kept }: Failure, say: Say): Html {
  return messagePage(frame, { title: say(`error.${kind}`), sentences: [sentence], onward, kept }, say)
}
