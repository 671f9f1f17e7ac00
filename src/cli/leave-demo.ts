import { publicationOf } from '../domain/articles/index.ts'
import { leaveDemo } from '../exchange/demo/index.ts'
import { Refusal } from '../kit/refusal.ts'
import type { Parley } from '../parley.ts'
import type { CommandContext } from './command-context.ts'
import type { Given } from './given.ts'

/** Before something of one's own comes in: clears the demo when that is said or confirmed, and never lets the two mix. Throws a Refusal where neither is. */
export async function leaveDemoFirst(
  context: CommandContext,
  given: Given,
  { store, media, clock }: Pick<Parley, 'store' | 'media' | 'clock'>,
): Promise<void> {
  const { data } = context.settings
  if ((await publicationOf(store)).demoSince === null) return
  if (given.has('dryRun')) return context.say('Note: this publication holds the demo; --replace-demo clears it first.')
  const question = `This publication holds the demo. Clear it first? Its export is kept in ${data}.`
  if (!given.has('replaceDemo') && !(await context.confirm(question)))
    throw new Refusal(
      `This publication holds the demo, and what is yours is not mixed with it. Say --replace-demo to clear the demo first; its export is kept in ${data}. Nothing was imported.`,
    )
  const file = await leaveDemo({ store, media, folder: data, at: clock() })
  context.say(
    `The demo is cleared. Its export is ${file}; "npx parley import parley" brings it into an empty publication.`,
  )
}
