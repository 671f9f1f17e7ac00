import path from 'node:path'
import { parley } from './processes.ts'
import { atLeast, type Figure, type Run, round } from './question.ts'
import { settings } from './server.ts'

const PER_SECOND = 15_000
const PER_SECOND_ON_POSTGRES = 10_000

/** So many that the start of the program, which is counted, weighs little. */
const COMMENTS = 100_000
const COMMENTS_IN_QUICK = 40_000

/** How fast does Parley take in its own export? From the command to its end, everything durable. */
export function importing(run: Run): Promise<Figure[]> {
  return imported(run, PER_SECOND)
}

export function importingOnPostgres(run: Run): Promise<Figure[]> {
  return imported(run, PER_SECOND_ON_POSTGRES)
}

async function imported({ stock, quick }: Run, least: number): Promise<Figure[]> {
  const source = await stock.empty()
  const comments = quick ? COMMENTS_IN_QUICK : COMMENTS
  await parley(settings(source), 'generate', '--comments', String(comments))
  const file = path.join(stock.folder(), 'publication.jsonl')
  await parley(settings(source), 'export', file)
  const target = await stock.empty()
  const start = performance.now()
  await parley(settings(target), 'import', 'parley', file)
  const perSecond = (comments * 1_000) / (performance.now() - start)
  const figure = atLeast(
    `import of ${round(comments)} comments`,
    `${round(perSecond)} /s`,
    'start of the program counted',
    perSecond,
    least,
  )
  return [{ ...figure, ratio: null, required: `≥ ${round(least)} /s` }]
}
