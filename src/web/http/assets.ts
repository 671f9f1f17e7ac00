import { readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { paths } from '../../addresses/paths.ts'
import { makeFolder } from '../../kit/folder.ts'
import { sha256 } from '../../kit/hash.ts'
import { late } from '../../kit/late.ts'
import type { Built } from './asset-build.ts'
import { fileFor, nameOf } from './asset-name.ts'

/** A file of our own as it is sent: its bytes, and the same compressed where that pays. */
export interface Asset {
  type: string
  bytes: Buffer
  gzip?: Buffer
  brotli?: Buffer
}

export interface Assets {
  /** The address under which a file such as "parley.css" stands; throws for one that there is not. */
  path(name: string): string
  /** What stands there; whoever asks for it first waits until it is read. */
  find(urlPath: string): Asset | Promise<Asset> | undefined
}

const ROOT = path.join(import.meta.dirname, '../../..')

/** What the files are made from; when none of it changed, the last ones are taken from the cache. */
const MADE_FROM = [
  'src/web/styles',
  'src/web/marks',
  'src/web/fonts',
  'client',
  'src/web/http/asset-build.ts',
  'src/web/http/fonts.ts',
  'src/web/http/icons.ts',
  'src/web/http/icon-sizes.ts',
  'src/web/html/colours.ts',
  'package-lock.json',
]

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** @NOTE what takes half a second to pack as well as can be, the first start waits for; a twelfth is saved by it. */
const LARGE_BYTES = 100_000
const QUICK = 9
const BEST = constants.BROTLI_MAX_QUALITY

/** Styles, script, fonts and marks under names that carry their content's hash, made once and kept in the cache folder. */
export async function createAssets({ cacheFolder }: { cacheFolder: string }): Promise<Assets> {
  const folder = path.join(cacheFolder, `assets-${hashOfSources()}`)
  const files = await readdir(folder).catch(() => made(folder))
  const addresses = new Map(
    files.filter((file) => !/\.(gz|br)$/.test(file)).map((file) => [nameOf(file), paths.asset(file)]),
  )
  const assets = new Map(
    [...addresses.values()].map((at) => [at, late(() => assetFrom(folder, path.basename(at), files))] as const),
  )
  return {
    path(name) {
      const address = addresses.get(name)
      if (!address) throw new Error(`There is no asset named ${name}.`)
      return address
    },
    find: (urlPath) => assets.get(urlPath)?.(),
  }
}

/** @NOTE nobody is served yet, and to read 160 small files at once takes a fifth of what it takes to wait for each. */
function hashOfSources(): string {
  return sha256(MADE_FROM.map((at) => hashOf(path.join(ROOT, at))).join('\n')).slice(0, 16)
}

function hashOf(at: string): string {
  if (!statSync(at).isDirectory()) return sha256(readFileSync(at))
  const hashes = readdirSync(at)
    .sort()
    .map((name) => `${name} ${hashOf(path.join(at, name))}`)
  return sha256(hashes.join('\n'))
}

/** Builds into a folder beside its place and moves it there whole, so that a start cut short leaves no half. */
async function made(folder: string): Promise<string[]> {
  const { buildAssets } = await import('./asset-build.ts')
  makeFolder(path.dirname(folder))
  const draft = await mkdtemp(`${folder}-`)
  await Promise.all((await buildAssets(ROOT)).map((file) => keep(draft, file)))
  await rename(draft, folder).catch(() => rm(draft, { recursive: true }))
  return readdir(folder)
}

async function keep(folder: string, { name, bytes, file: named = fileFor(name, bytes) }: Built) {
  const file = path.join(folder, named)
  await writeFile(file, bytes)
  if (['.woff2', '.png'].includes(path.extname(name))) return
  await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }))
  const params = { [constants.BROTLI_PARAM_QUALITY]: bytes.length > LARGE_BYTES ? QUICK : BEST }
  await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, { params }))
}

/** @NOTE a cache may be emptied while its server runs; then everything is made anew. */
async function assetFrom(folder: string, file: string, files: readonly string[]): Promise<Asset> {
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream'
  const read = (ending = '') => readFile(path.join(folder, file + ending))
  const bytes = await read().catch(() => made(folder).then(() => read()))
  if (!files.includes(`${file}.br`)) return { type, bytes }
  return { type, bytes, gzip: await read('.gz'), brotli: await read('.br') }
}
