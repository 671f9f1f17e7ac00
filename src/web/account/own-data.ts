import { Readable } from 'node:stream'
import { paths } from '../../addresses/paths.ts'
import type { MediaStore } from '../../domain/media/index.ts'
import type { DataKind, Whose } from '../../domain/people/index.ts'
import { type ZipEntry, zipOf } from '../../kit/zip.ts'
import type { Ask } from '../http/ask.ts'
import { taking } from '../http/taking.ts'
import { aboutHtml, commentsHtml, listHtml, STYLE } from './archive-pages.ts'
import { provenAnew } from './proof.ts'

export interface Given {
  dataKinds: readonly DataKind[]
  media: MediaStore
}

/** Everything that is kept of the one who asks, as one archive that is made while it is taken. */
export const show = taking({}, async (ask, _, given: Given) => {
  const person = await ask.person()
  const proof = await provenAnew(ask, paths.accountData(await ask.language()))
  if (proof) return proof
  const { mail } = (await ask.signedIn())!
  const whose = { person, mail, origin: ask.origin, language: await ask.language() }
  const bytes = zipOf(entriesOf(ask, whose, given), ask.at)
  return new Response(Readable.toWeb(bytes) as ReadableStream, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="parley-own-data.zip"',
      'cache-control': 'no-store',
    },
  })
})

/** The page that names the others comes first, then each list for people and for programs. */
async function* entriesOf(ask: Ask, whose: Whose, { dataKinds, media }: Given): AsyncGenerator<ZipEntry> {
  const { store } = ask
  const say = await ask.say()
  const about = Object.assign({}, ...(await Promise.all(dataKinds.map((kind) => kind.about?.(store, whose) ?? {}))))
  const lists = dataKinds.flatMap((kind) => kind.lists ?? [])
  const shown = { whose, publication: (await ask.frame()).publication, say }
  yield {
    name: 'index.html',
    chunks: [
      aboutHtml(
        shown,
        about,
        lists.map(({ file }) => file),
      ),
    ],
  }
  yield { name: 'style.css', chunks: [STYLE] }
  yield { name: 'data/about.json', chunks: [`${JSON.stringify(about, null, 2)}\n`] }
  for (const { file, rows } of lists) {
    yield { name: `data/${file}.json`, chunks: jsonOf(rows(store, whose)) }
    const html = file === 'comments' ? commentsHtml : listHtml
    yield { name: `${file}.html`, chunks: html(shown, file, rows(store, whose)) }
  }
  const files = await Promise.all(dataKinds.map((kind) => kind.files?.(store, whose) ?? []))
  for (const { name, kept } of files.flat()) {
    // What was replaced a moment ago may be gone by now.
    const file = await media.open(kept)
    if (file) yield { name, chunks: file.body }
  }
}

async function* jsonOf(rows: AsyncIterable<object>): AsyncGenerator<string> {
  let before = '[\n'
  for await (const row of rows) {
    yield before + JSON.stringify(row)
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}
