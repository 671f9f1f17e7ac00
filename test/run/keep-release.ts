// `npm run keep-release`: keeps a data folder of each database as this version makes it, for later versions to be started on.
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DATABASES } from '../support/databases.ts'
import { makeReleaseFolder, packRelease, releaseFile } from '../support/releases/release-folder.ts'
import { root } from './command.ts'

const MOST_BYTES = 1_000_000
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }

for (const { name, openEmpty } of DATABASES) {
  const folder = await mkdtemp(path.join(tmpdir(), 'parley-release-'))
  const database = await openEmpty()
  const kept = { name, url: database.url }
  const file = releaseFile(version, kept)
  await makeReleaseFolder(folder, kept)
  await packRelease(folder, kept, file)
  await database.close()
  await rm(folder, { recursive: true })
  const { size } = await stat(file)
  process.stdout.write(`${path.relative('.', file)}: ${size} bytes\n`)
  if (size > MOST_BYTES) throw new Error(`It is larger than ${MOST_BYTES} bytes.`)
}
process.exit()
