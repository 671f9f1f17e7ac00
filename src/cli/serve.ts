import type { Parley } from '../parley.ts'
import { lastOnAll } from '../store/index.ts'
import type { CommandContext } from './command-context.ts'

/** By then a reader who waits for a database that does not answer is told so. */
const PATIENCE_MS = 15_000

/** Publishes until the operator asks for the end, then lets open requests finish. */
export async function serve(context: CommandContext): Promise<void> {
  await context.mustHaveAddress()
  const parley = await context.openParley(PATIENCE_MS)
  await mustBeWritable(parley)
  if (context.settings.demo === 'on') await fillWithDemo(context, parley)
  const server = await context.startServer(parley)
  context.say(`Parley is read on ${server.url} and ends with Ctrl-C.`)
  const token = await parley.people.firstAdministrator.token()
  if (token) {
    context.say('There is no administrator yet. This link makes one, once, within ten minutes:')
    context.say(`${server.url}first-administrator?token=${token}`)
  }
  await context.untilAsked()
  await server.close()
}

/** Whoever could only read would learn of it by the first comment that is lost. */
async function mustBeWritable({ store }: Parley) {
  await store.database.transact(async () => {})
}

async function fillWithDemo(context: CommandContext, { store, media, clock }: Parley) {
  const { demoCleared, isEmpty } = await import('../domain/articles/index.ts')
  if (!(await isEmpty(store)) || (await lastOnAll(store, [demoCleared])) > 0) return
  const { fillDemo } = await import('../exchange/demo/index.ts')
  const filled = await fillDemo({ store, media, at: clock() })
  if (filled)
    context.say(
      `The publication was empty: the demo fills it (${filled.articles} articles, ${filled.comments} comments).`,
    )
}
