import { incomplete, submitted } from '../domain/moderation/index.ts'
import { atomicFile, writeChunks } from '../kit/atomic-file.ts'
import { Refusal } from '../kit/refusal.ts'
import type { CommandContext } from './command-context.ts'
import type { Given } from './given.ts'

/** Writes the statements of reasons as the EU transparency database takes them, a JSON text a line. */
export async function exportStatements(context: CommandContext, given: Given): Promise<void> {
  const file = given.text('file')
  const time = timeOf(given.perhaps('year'))
  const { store } = await context.openParley()
  let count = 0
  await store.read(async (db) => {
    async function* lines() {
      for await (const statement of submitted(db, time)) {
        const [wrong] = incomplete(statement)
        if (wrong) throw new Refusal(`The statement ${String(statement.puid)} is not complete: ${wrong}.`)
        count += 1
        yield `${JSON.stringify(statement)}\n`
      }
    }
    await atomicFile(file, (temporary) => writeChunks(temporary, lines()))
  })
  context.say(`${count} ${count === 1 ? 'statement is' : 'statements are'} in ${file}.`)
}

function timeOf(year: string | undefined): { from: number; to: number } {
  if (year === undefined) return { from: 0, to: Number.MAX_SAFE_INTEGER }
  if (!/^\d{4}$/.test(year)) throw new Refusal(`"${year}" is no year. Give one such as 2026.`)
  return { from: Date.UTC(Number(year), 0, 1), to: Date.UTC(Number(year) + 1, 0, 1) }
}
