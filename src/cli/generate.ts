import { generate as generateInto, SHAPES, type Shape } from '../exchange/generated/index.ts'
import { idFrom } from '../kit/ids.ts'
import { Refusal } from '../kit/refusal.ts'
import type { CommandContext } from './command-context.ts'
import type { Given } from './given.ts'

const MOST = 10_000_000

/** Fills the publication with discussions to measure and to try things on. */
export async function generate(context: CommandContext, given: Given): Promise<void> {
  const comments = numberIn(given, 'comments', undefined)
  const articles = numberIn(given, 'articles', 1)
  const seed = numberIn(given, 'seed', 1)
  const shape = shapeIn(given.perhaps('shape') ?? 'natural')
  const { store } = await context.openParley()
  const work = context.progress('Generating')
  const keys = await generateInto({ store, comments, shape, seed, articles, progress: work.to })
  work.end()
  context.say(`${comments} comments stand under ${keys.join(', ')}.`)
}

function numberIn(given: Given, name: string, otherwise: number | undefined): number {
  const text = given.perhaps(name)
  if (text === undefined && otherwise !== undefined) return otherwise
  const number = idFrom(text)
  if (number && number <= MOST) return number
  throw new Refusal(`--${name} is ${JSON.stringify(text)}; it must be a whole number from 1 to ${MOST}.`)
}

function shapeIn(text: string): Shape {
  const shapes = Object.keys(SHAPES) as Shape[]
  const shape = shapes.find((name) => name === text)
  if (shape) return shape
  throw new Refusal(`--shape is ${JSON.stringify(text)}; there are ${shapes.join(', ')}.`)
}
