import { setTimeout } from 'node:timers/promises'
import { randomBetween } from '../../support/chance.ts'
import { begun } from '../../support/process.ts'
import { type Fault, untilAtLast, untilKilled } from '../fault.ts'
import { judged, openPublication, posting } from '../publication.ts'

const LONGEST_POSTING_MS = 400

/** `kill -9` of the server at a random moment while people post: nothing that was answered is missing afterwards. */
export const whilePosting: Fault = {
  name: 'kill -9 while posting',
  async run({ open, kills }) {
    await using publication = await openPublication(await open())
    const acknowledged: number[] = []
    const wrong: string[] = []
    const goesOn = untilKilled(kills, wrong)
    let killed = 0
    while (goesOn(killed)) {
      const server = begun(publication.environment, 'serve')
      const ended = server.ended.then((how) => Promise.reject(new Error(`it ended with ${how}: ${server.printed()}`)))
      ended.catch(() => {})
      await Promise.race([untilAtLast(() => /is read on/.test(server.printed())), ended])
      const people = posting(publication)
      await untilAtLast(() => people.acknowledged.length > 0)
      await setTimeout(randomBetween(0, LONGEST_POSTING_MS))
      await server.kill()
      await people.stop()
      acknowledged.push(...people.acknowledged)
      killed++
    }
    const verdict = await judged(publication, acknowledged)
    return {
      done: `${killed} kills, ${acknowledged.length} comments answered for`,
      wrong: [...wrong, ...verdict.wrong],
      control: verdict.control,
    }
  },
}
