import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { createAtOnce } from '../../kit/at-once.ts'
import { SECOND_MS } from '../../kit/clock.ts'
import { Trouble } from '../../kit/trouble.ts'

const AT_MOST_MS = 60 * SECOND_MS
const inTurn = createAtOnce(availableParallelism())

/**
 * Hands bytes from outside to a program of this folder, in a process of its own and without our environment, and answers with what it
 * says; as many at once as the machine has processors. Throws Trouble when it breaks, takes too long, or finds no picture.
 */
export function decodeApart(program: string, args: readonly string[], bytes: Uint8Array): Promise<Buffer> {
  return inTurn(() => decoded(program, args, bytes))
}

async function decoded(program: string, args: readonly string[], bytes: Uint8Array): Promise<Buffer> {
  const decoding = spawn(process.execPath, [path.join(import.meta.dirname, program), ...args], {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: AT_MOST_MS,
    killSignal: 'SIGKILL',
  })
  const ended = new Promise<number | null>((resolve, reject) => decoding.on('error', reject).on('close', resolve))
  decoding.stdin.on('error', () => {}).end(bytes)
  const [code, answer] = await Promise.all([ended, buffer(decoding.stdout)])
  if (code !== 0) throw new Trouble('invalid', 'picture.unreadable')
  return answer
}
