// `npm run demo-pictures`: draws the pictures of the demo, so that nobody waits for that at the first start.
import { glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { drawRenditions } from '../../src/domain/media/index.ts'
import { DRAWN, sizeFile } from '../../src/exchange/demo/drawn-beforehand.ts'
import { sha256 } from '../../src/kit/hash.ts'
import { root } from './command.ts'

await rm(DRAWN, { recursive: true, force: true })
await mkdir(DRAWN)
for await (const picture of glob('demo/*/picture.webp', { cwd: root })) {
  const bytes = await readFile(path.join(root, picture))
  const hash = sha256(bytes)
  const size = await drawRenditions(DRAWN, { bytes, hash, type: 'image/webp' })
  await writeFile(sizeFile(hash), `${JSON.stringify(size)}\n`)
  process.stdout.write(`${picture}: ${size.width} × ${size.height}\n`)
}
