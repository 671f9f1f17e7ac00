import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { Trouble } from '../../kit/trouble.ts'
import type { Ask, Handler } from '../http/ask.ts'
import type { Asset } from '../http/assets.ts'
import { chosenForm } from '../http/negotiation.ts'

const FOREVER = 'public, max-age=31536000, immutable'
const ASKED_EACH_TIME = 'public, max-age=0, must-revalidate'
const RENDITION = /^[0-9a-f]{64}-\d{1,5}\.webp$/

/** Our own styles, script and fonts; their names carry their content. */
export const asset: Handler = async (ask) => {
  const found = ask.web.assets.find(ask.c.req.path)
  if (!found) throw new Trouble('missing', 'page.missing')
  return assetAnswer(ask, found, FOREVER)
}

/** The script that shows pushed notices; it stands at the root, for a worker minds what is below its own address. */
export const serviceWorker: Handler = async (ask) => {
  const { assets } = ask.web
  return assetAnswer(ask, assets.find(assets.path('service-worker.js'))!, ASKED_EACH_TIME)
}

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
export const media: Handler = async (ask) => {
  const name = ask.param('file')
  const file = path.join(ask.web.mediaFolder, name)
  const found = RENDITION.test(name) ? await stat(file).catch(() => undefined) : undefined
  if (!found) throw new Trouble('missing', 'page.missing')
  const headers = { 'content-type': 'image/webp', 'content-length': String(found.size), 'cache-control': FOREVER }
  return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream, { headers })
}
