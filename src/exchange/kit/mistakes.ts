import { Refusal } from '../../kit/refusal.ts'
import { sentencesIn } from '../../kit/sentences.ts'
import { Trouble } from '../../kit/trouble.ts'

/** Where something stands; whole files and folders have no line. */
export interface MistakePlace {
  file: string
  line?: number
}

export interface Mistake extends MistakePlace {
  sentence: string
}

/** All that is wrong with a folder, so that it can be told at once. */
export class Mistakes {
  readonly all: Mistake[] = []

  add(place: MistakePlace, sentence: string) {
    this.all.push({ ...place, sentence })
  }

  /** Takes a domain's refusal as a mistake at this place; throws everything else. */
  addTrouble(place: MistakePlace, error: unknown) {
    if (!(error instanceof Trouble)) throw error
    this.add(place, sentencesIn('en')(error.key, error.args))
  }

  /** Throws all of them as one refusal; nothing has been written by then. */
  refuse() {
    if (this.all.length === 0) return
    const lines = this.all.map(({ file, line, sentence }) => `${file}${line ? `, line ${line}` : ''}: ${sentence}`)
    const many = lines.length === 1 ? 'There is one mistake' : `There are ${lines.length} mistakes`
    throw new Refusal([...new Set(lines), `${many}; nothing was imported.`].join('\n'))
  }
}
