import { Readable } from 'node:stream'
import { type MediaStore, PICTURE_FORMS, type PictureForm, rendition } from '../../domain/media/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Ask } from '../http/ask.ts'
import type { Asset, Assets } from '../http/assets.ts'
import { chosenForm } from '../http/negotiation.ts'
import { text } from '../http/shapes.ts'
import { taking } from '../http/taking.ts'

const FOREVER = 'public, max-age=31536000, immutable'
const ASKED_EACH_TIME = 'public, max-age=0, must-revalidate'
const SOON = 'public, max-age=10'
const RENDITION = new RegExp(`^([0-9a-f]{64})-(\\d{1,5})\\.(${PICTURE_FORMS.join('|')})$`)
const TYPES: Record<PictureForm, string> = { webp: 'image/webp', avif: 'image/avif', jpg: 'image/jpeg' }

const FILE = { file: text }

export interface Given {
  assets: Assets
  media: MediaStore
}

/** Our own styles, script and fonts; their names carry their content. */
export const asset = taking({ params: FILE }, async (ask, _, { assets }: Given) => {
  const found = await assets.find(ask.c.req.path)
  if (!found) throw new Trouble('missing', 'page.missing')
  return assetAnswer(ask, found, FOREVER)
})

/** The script that shows pushed notices; it stands at the root, for a worker minds what is below its own address. */
export const serviceWorker = taking({}, async (ask, _, { assets }: Given) => {
  const found = await assets.find(assets.path('service-worker.js'))
  return assetAnswer(ask, found!, ASKED_EACH_TIME)
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

/** A picture in one of its widths and forms; what was given is never served. */
export const media = taking({ params: FILE }, async ({ c }, { file: name }, { media: store }: Given) => {
  const [, hash = '', width, form] = RENDITION.exec(name) ?? []
  const wanted = { hash, width: Number(width), form: form as PictureForm }
  const found = form && (await rendition(store, wanted))
  if (!found) throw new Trouble('missing', 'page.missing')
  const headers = {
    'content-type': TYPES[found.form],
    'content-length': String(found.bytes),
    'cache-control': found.form === form ? FOREVER : SOON,
  }
  return new Response(
    Readable.toWeb(Readable.from(whole(found.body, c.env.outgoing), { objectMode: false })) as ReadableStream,
    { headers },
  )
})

/** Cuts the connection where a file breaks off, so that nobody takes a part of it for all. */
async function* whole(body: AsyncIterable<Uint8Array>, outgoing: Ask['c']['env']['outgoing']) {
  try {
    yield* body
  } catch {
    outgoing.destroy()
  }
}
