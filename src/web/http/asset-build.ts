import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { build, stop } from 'esbuild'
import { fileFor } from './asset-name.ts'
import { fontFaces, fontFiles } from './fonts.ts'
import { iconsOf } from './icons.ts'

export interface Built {
  name: string
  bytes: Uint8Array
}

/** Makes everything that stands under /assets/, under its plain names. */
export async function buildAssets(root: string): Promise<Built[]> {
  const fonts = await fontFiles(root)
  const styles = path.join(root, 'src/web/styles')
  const files = [...fonts, ...(await marks(root)), await stylesheet(styles, fonts), ...(await scripts(root))]
  await stop()
  return files
}

/** Every sheet of the folder in the order that parley.css names them, after the faces of our own copies of the fonts. */
async function stylesheet(folder: string, fonts: readonly (Built & { css: string })[]): Promise<Built> {
  const faces = fontFaces(fonts, (font) => `/assets/${fileFor(font.name, font.bytes)}`)
  const contents = `@import './parley.css';\n${faces}`
  return bundled('parley.css', { stdin: { contents, loader: 'css', resolveDir: folder }, external: ['/assets/*'] })
}

/** The one of the pages, and the one that a browser runs without a page. */
function scripts(root: string): Promise<Built[]> {
  const target = 'es2022'
  return Promise.all([
    bundled('parley.js', { entryPoints: [path.join(root, 'client/reading/main.ts')], format: 'esm', target }),
    bundled('service-worker.js', {
      entryPoints: [path.join(root, 'client/reading/service-worker.ts')],
      format: 'iife',
      target,
    }),
  ])
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
