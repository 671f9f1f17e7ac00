import { EXIT, type Exit } from '../kit/refusal.ts'
import type { CommandContext } from './command-context.ts'
import { COMMANDS, type Order } from './commands.ts'
import { givenIn } from './given.ts'
import { mustExist } from './must-exist.ts'

/** Reads the command line: an order, or the exit code when the reader had to be told something instead. @NOTE "serve" alone, as servers are started, needs no library to be read. */
export async function orderIn(words: readonly string[]): Promise<Order | Exit> {
  const plain = COMMANDS.find(({ name, arguments: more, options }) => !more && !options && name === words.join(' '))
  if (plain) return { command: plain, given: givenIn({}) }
  const { orderFrom } = await import('./command-line.ts')
  return orderFrom(words)
}

/** Runs it, and answers with the exit code. */
export async function carryOut({ command, given }: Order, context: CommandContext): Promise<Exit> {
  if (command.needsDatabase) await mustExist(context, command.needsDatabase)
  const run = await command.load()
  return (await run(context, given)) ?? EXIT.done
}
