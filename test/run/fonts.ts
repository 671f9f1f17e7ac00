// `npm run fonts`: makes the font files that are served from those of the packages.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fontFilesFrom } from '../support/fonts.ts'
import { root } from './command.ts'

const folder = path.join(root, 'src/web/fonts')
await rm(folder, { recursive: true, force: true })
await mkdir(folder)
for (const { name, bytes } of await fontFilesFrom(path.join(root, 'node_modules/@fontsource-variable'))) {
  await writeFile(path.join(folder, name), bytes)
  process.stdout.write(`${name}: ${bytes.length} bytes\n`)
}
