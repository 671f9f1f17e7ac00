import { rmSync } from 'node:fs'
import { cp, glob, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'

const DEMO = path.join(import.meta.dirname, '../../demo')
const WIDTH = 40

let folder: Promise<string> | undefined

/** The folder of a demo that differs from ours in the size of its pictures alone; drawing those takes longer than all the rest of it. */
export function smallDemo(): Promise<string> {
  folder ??= made()
  return folder
}

async function made(): Promise<string> {
  const copy = await mkdtemp(path.join(tmpdir(), 'parley-small-demo-'))
  process.on('exit', () => rmSync(copy, { recursive: true, force: true }))
  await cp(DEMO, copy, { recursive: true })
  for await (const picture of glob('*/picture.webp', { cwd: DEMO })) {
    const file = path.join(copy, picture)
    await rm(file)
    await sharp(path.join(DEMO, picture)).resize({ width: WIDTH }).toFile(file)
  }
  return copy
}
