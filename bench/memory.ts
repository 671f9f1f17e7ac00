import { getting, openLine } from './line.ts'
import { CONNECTIONS, client, loading } from './load.ts'
import { memoryOf } from './processes.ts'
import { atMost, type Figure, type Run, round } from './question.ts'
import { serve } from './server.ts'

const MOST_MB = 250
const PAGE = 50

/** How much memory does one server hold after reading, posting and paging through everything? */
export async function memory(run: Run): Promise<Figure[]> {
  const server = await serve(await run.stock.fresh())
  const { port, origin } = server
  const start = memoryOf(server.pid)
  const [small, , large] = run.stock.natural
  for (const { path } of run.quick ? [small] : run.stock.natural) await loading({ port, path })(run.seconds)
  const posters = { kind: 'post', port, origin, articleIds: [small.id], cookies: run.stock.cookies } as const
  await client({ ...posters, connections: CONNECTIONS, seconds: run.seconds }).done
  const line = await openLine(port)
  for (let page = 1; page <= (run.quick ? 50 : 2_000); page++)
    await line.ask(getting(`${large.path}?after=${page * PAGE}`))
  line.close()
  await loading({ port, path: large.path })(run.seconds)
  const held = memoryOf(server.pid)
  await server.stop()
  return [
    atMost(
      'memory of the server after all of this',
      held / 1e6,
      'MB',
      MOST_MB,
      `${round(start / 1e6)} MB at its start`,
    ),
  ]
}
