import { Session } from 'node:inspector'

const session = new Session()
session.connect()
session.post('Profiler.enable')
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })

/**
 * How many times functions, branches and loop bodies of these files were entered while the task ran: work counted, not timed.
 * What the engine does by itself (regular expressions, indexOf) is not seen. Code that is to be counted must be imported
 * after this file, by `await import`.
 */
export function workOf(files: RegExp, task: () => void): number {
  entered(files)
  task()
  return entered(files)
}

function entered(files: RegExp): number {
  let count = 0
  session.post('Profiler.takePreciseCoverage', (error, taken) => {
    if (error) throw error
    for (const { functions } of taken.result.filter(({ url }) => files.test(url))) {
      for (const { count: times } of functions.flatMap(({ ranges }) => ranges)) count += times
    }
  })
  return count
}
