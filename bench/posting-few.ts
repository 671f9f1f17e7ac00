import { CONNECTIONS, client } from './load.ts'
import { bareInserts } from './posting.ts'
import { atLeast, type Figure, type Run, round } from './question.ts'
import { serve } from './server.ts'

const FEW = 8
const RATE = 0.35
const OF_THE_FIRST = 0.95
const ROUNDS = 3
const WARM_UP_SECONDS = 4

/** How many comments a second come in where few write, and do as many come again and again, each time on a folder of its own? */
export async function postingFew(run: Run): Promise<Figure[]> {
  const ratios: number[] = []
  const rates: number[] = []
  for (let one = 0; one < ROUNDS; one++) {
    const bare = await bareInserts(run)
    rates.push(await rateOfFew(run))
    ratios.push(rates.at(-1)! / bare)
  }
  const [first, ...later] = rates as [number, ...number[]]
  const slowest = Math.min(...later)
  return [
    atLeast(
      `posting, ${FEW} connections`,
      `${round(first)} /s`,
      `${round(first / ratios[0]!)} bare inserts`,
      ratios[0]!,
      RATE,
    ),
    atLeast(
      `posting, ${FEW} connections, the slowest of ${ROUNDS} rounds`,
      `${round(slowest)} /s`,
      `${rates.map(round).join(', ')} in turn`,
      slowest / first,
      OF_THE_FIRST,
    ),
  ]
}

async function rateOfFew(run: Run): Promise<number> {
  const { port, origin, stop } = await serve(await run.stock.fresh())
  const articleIds = [run.stock.natural[1].id]
  const common = { kind: 'post', port, origin, articleIds, cookies: run.stock.cookies } as const
  await client({ ...common, connections: CONNECTIONS, seconds: run.quick ? 1 : WARM_UP_SECONDS }).done
  const { count, seconds } = await client({ ...common, connections: FEW, seconds: run.seconds }).done
  await stop()
  return count / seconds
}
