import type { Rate } from './load.ts'
import { median } from './question.ts'

/** Loads something for so many seconds. */
export type Turn = (seconds: number) => Promise<Rate>

/** The medians of all rounds, and the rounds. */
export interface Rounds extends Rate {
  rounds: readonly Rate[]
}

/** Until the engine has compiled what is run often. */
const WARM_UP_SECONDS = 3
/** @NOTE wrk counts in whole seconds. */
const ROUND_SECONDS = 1

/** Loads one after the other, once to warm up (in a single round the first alone), and then in rounds, so that a machine whose speed changes is the same for all of them. */
export async function inTurns<Turns extends Record<string, Turn>>(
  seconds: number,
  turns: Turns,
): Promise<{ [Name in keyof Turns]: Rounds }> {
  const all = Object.entries(turns).map(([name, turn]) => ({ name, turn, rounds: [] as Rate[] }))
  const warmed = seconds > ROUND_SECONDS ? all : all.slice(0, 1)
  for (const { turn } of warmed) await turn(Math.min(WARM_UP_SECONDS, seconds))
  for (let passed = 0; passed < seconds; passed += ROUND_SECONDS)
    for (const { turn, rounds } of all) rounds.push(await turn(ROUND_SECONDS))
  return Object.fromEntries(all.map(({ name, rounds }) => [name, middleOf(rounds)])) as {
    [Name in keyof Turns]: Rounds
  }
}

/** The median of what the rounds' ratios are. */
export function ratioOf(one: Rounds, other: Rounds, of: keyof Rate): number {
  return median(one.rounds.map((rate, index) => rate[of] / other.rounds[index]![of]))
}

function middleOf(rounds: readonly Rate[]): Rounds {
  const middle = (of: keyof Rate) => median(rounds.map((rate) => rate[of]))
  return { perSecond: middle('perSecond'), p99Ms: middle('p99Ms'), rounds }
}
