import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { build, stop } from 'esbuild'
import { paths } from '../../addresses/paths.ts'
import { fileFor, nameOf } from './asset-name.ts'
import { fontFaces, fontFiles } from './fonts.ts'
import { iconsOf } from './icons.ts'

export interface Built {
  name: string
  /** The name that carries its content, where it is not ours to give. */
  file?: string
  bytes: Uint8Array
}

/** Makes everything that stands under /assets/, under its plain names. */
export async function buildAssets(root: string): Promise<Built[]> {
  const fonts = await fontFiles(root)
  const styles = path.join(root, 'src/web/styles')
  const sheets = [await stylesheet(styles, fonts), ...(await Promise.all(APART.map((name) => sheetOf(styles, name))))]
  const files = [...fonts, ...(await marks(root)), ...sheets, ...(await scripts(root))]
  await stop()
  return files
}

/** What only some pages load: those of staff, and articles that say where they have it from. */
const APART = ['desk.css', 'writing.css', 'chains.css']

function sheetOf(folder: string, name: string): Promise<Built> {
  return bundled(name, { entryPoints: [path.join(folder, name)] })
}

/** Every sheet for readers in the order that parley.css names them, after the faces of our own copies of the fonts. */
async function stylesheet(folder: string, fonts: readonly (Built & { css: string })[]): Promise<Built> {
  const faces = fontFaces(fonts, (font) => paths.asset(fileFor(font.name, font.bytes)))
  const contents = `@import './parley.css';\n${faces}`
  return bundled('parley.css', { stdin: { contents, loader: 'css', resolveDir: folder }, external: [paths.asset('*')] })
}

const TARGET = 'es2022'

/** What readers load and what they load on first use, what staff load, and what a browser runs without a page. */
async function scripts(root: string): Promise<Built[]> {
  const client = path.join(root, 'client')
  const [parts, ...alone] = await Promise.all([
    inParts(path.join(client, 'reading/main.ts')),
    bundled('desk.js', { entryPoints: [path.join(client, 'desk/main.ts')], format: 'esm', target: TARGET }),
    bundled('writing.js', { entryPoints: [path.join(client, 'desk/writing/main.ts')], format: 'esm', target: TARGET }),
    bundled('proof-worker.js', {
      entryPoints: [path.join(client, 'reading/proof-worker.ts')],
      format: 'iife',
      target: TARGET,
    }),
    bundled('service-worker.js', {
      entryPoints: [path.join(client, 'reading/service-worker.ts')],
      format: 'iife',
      target: TARGET,
    }),
  ])
  return [...parts, ...alone]
}

/** parley.js, a file for each part that is loaded on first use, and chunk.js for what they have in common. They name each other, so their names are the bundler's. */
async function inParts(main: string): Promise<Built[]> {
  const { outputFiles } = await build({
    entryPoints: { parley: main },
    outdir: 'assets',
    splitting: true,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    write: false,
    logLevel: 'error',
    format: 'esm',
    target: TARGET,
  })
  const files = outputFiles.map(({ path: at, contents }) => ({ file: path.basename(at), bytes: contents }))
  const parts = files.map(({ file, bytes }) => ({ name: nameOf(file), file, bytes }))
  if (parts.filter(({ name }) => name === 'chunk.js').length !== 1)
    throw new Error('client/reading/common.ts does not name all that they share')
  return parts
}

async function bundled(name: string, options: Parameters<typeof build>[0]): Promise<Built> {
  const { outputFiles } = await build({ ...options, bundle: true, minify: true, write: false, logLevel: 'error' })
  return { name, bytes: outputFiles![0]!.contents }
}

async function marks(root: string): Promise<Built[]> {
  const folder = path.join(root, 'src/web/marks')
  const names = await readdir(folder)
  const drawn = await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(path.join(folder, name)) })))
  return [...drawn, ...(await iconsOf(drawn.find(({ name }) => name === 'mark.svg')!.bytes))]
}
