import { Command as Commander, CommanderError } from 'commander'
import { EXIT, type Exit } from '../kit/refusal.ts'
import { COMMANDS, type Command, GROUPS, type Order } from './commands.ts'
import { type Given, givenIn } from './given.ts'
import { versions } from './version.ts'

/** Reads what was typed: an order, or the exit code when the reader had to be told something instead. */
export async function orderFrom(words: readonly string[]): Promise<Order | Exit> {
  let order: Order | undefined
  const program = programFor((command, given) => {
    order = { command, given }
  })
  try {
    await program.parseAsync(words, { from: 'user' })
    return order ?? EXIT.input
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? EXIT.done : EXIT.input
  }
}

function programFor(found: (command: Command, given: Given) => void): Commander {
  const program = new Commander('parley')
    .description('Publishes reviews of the press in several languages and hosts the discussion beneath them.')
    .version(versions(), '--version', 'which Parley this is, and on what it runs')
    .exitOverride()
    .configureHelp({ showGlobalOptions: false })
    .addHelpText('after', '\nSettings and exit codes: docs/settings.md, docs/commands.md.')
  const parents = new Map(Object.entries(GROUPS).map(([name, summary]) => [name, groupIn(program, name, summary)]))
  for (const command of COMMANDS) {
    const [first = '', second] = command.name.split(' ')
    parents.set(command.name, add(parents.get(second ? first : '') ?? program, second ?? first, command, found))
  }
  return program
}

function groupIn(program: Commander, name: string, summary: string): Commander {
  return program.command(name).description(summary)
}

function add(
  parent: Commander,
  name: string,
  command: Command,
  found: (command: Command, given: Given) => void,
): Commander {
  const added = parent.command(name).description(command.summary)
  for (const part of command.arguments ?? []) added.argument(part.name, part.help)
  for (const { name: flags, help, required } of command.options ?? []) {
    if (required) added.requiredOption(flags, help)
    else added.option(flags, help)
  }
  added.addHelpText('after', `\nFor example:\n${command.examples.map((example) => `  ${example}`).join('\n')}`)
  return added.action(() => {
    const names = added.registeredArguments.map((argument) => argument.name())
    const values = Object.fromEntries(names.map((key, i) => [key, added.args[i]]))
    found(command, givenIn({ ...added.opts(), ...values }))
  })
}
