import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { Trouble } from '../../kit/trouble.ts'
import type { Ask } from '../http/ask.ts'
import type { Asset, Assets } from '../http/assets.ts'
import { chosenForm } from '../http/negotiation.ts'
import { text } from '../http/shapes.ts'
import { taking } from '../http/taking.ts'

const FOREVER = 'public, max-age=31536000, immutable'
const ASKED_EACH_TIME = 'public, max-age=0, must-revalidate'
const RENDITION = /^[0-9a-f]{64}-\d{1,5}\.webp$/

const FILE = { file: text }

export interface Given {
  assets: Assets
  mediaFolder: string
}

/** Our own styles, script and fonts; their names carry their content. */
export const asset = taking({ params: FILE }, async (ask, _, { assets }: Given) => {
  const found = assets.find(ask.c.req.path)
  if (!found) throw new Trouble('missing', 'page.missing')
  return assetAnswer(ask, found, FOREVER)
})

/** The script that shows pushed notices; it stands at the root, for a worker minds what is below its own address. */
export const serviceWorker = taking({}, async (ask, _, { assets }: Given) => {
  return assetAnswer(ask, assets.find(assets.path('service-worker.js'))!, ASKED_EACH_TIME)
})

function assetAnswer({ header }: Ask, asset: Asset, caching: string): Response {
  const { body, encoding } = chosenForm(asset, header('accept-encoding'))
  const headers: Record<string, string> = {
    'content-type': asset.type,
    'cache-control': caching,
    vary: 'Accept-Encoding',
  }
  if (encoding) headers['content-encoding'] = encoding
  return new Response(new Uint8Array(body), { headers })
}

/** A picture in one of its widths; what was given is never served. */
export const media = taking({ params: FILE }, async (_, { file: name }, { mediaFolder }: Given) => {
  const file = path.join(mediaFolder, name)
  const found = RENDITION.test(name) ? await stat(file).catch(() => undefined) : undefined
  if (!found) throw new Trouble('missing', 'page.missing')
  const headers = { 'content-type': 'image/webp', 'content-length': String(found.size), 'cache-control': FOREVER }
  return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream, { headers })
})
