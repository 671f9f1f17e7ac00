import { spawn } from 'node:child_process'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { SECOND_MS } from '../../kit/clock.ts'
import { Trouble } from '../../kit/trouble.ts'
import { MOST_PIXELS, type PictureBytes } from './picture.ts'

const PROGRAM = path.join(import.meta.dirname, 'draw.ts')
const AT_MOST_MS = 60 * SECOND_MS

/**
 * Draws a picture in its widths into the folder and answers with its size. It is decoded in a process of its own, without
 * our environment; throws Trouble when that breaks, takes too long, or finds no picture.
 */
export async function drawRenditions(folder: string, { bytes, hash }: PictureBytes) {
  const drawing = spawn(process.execPath, [PROGRAM, folder, hash], {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: AT_MOST_MS,
    killSignal: 'SIGKILL',
  })
  const ended = new Promise<number | null>((resolve, reject) => drawing.on('error', reject).on('close', resolve))
  drawing.stdin.on('error', () => {}).end(bytes)
  const [code, answer] = await Promise.all([ended, text(drawing.stdout)])
  if (code !== 0) throw new Trouble('invalid', 'picture.unreadable')
  return sizeIn(answer)
}

function sizeIn(answer: string): { width: number; height: number } {
  const { width, height, trouble } = JSON.parse(answer)
  if (trouble) throw new Trouble('invalid', trouble, { limit: MOST_PIXELS / 1e6 })
  return { width, height }
}
