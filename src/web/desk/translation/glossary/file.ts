import { readFile } from 'node:fs/promises'
import { paths } from '../../../../addresses/paths.ts'
import {
  csvOf,
  glossaryFileFrom,
  glossaryFor,
  importEntries,
  type RefusedLine,
  refusedEntries,
  tbxOf,
} from '../../../../domain/translation/index.ts'
import { Trouble } from '../../../../kit/trouble.ts'
import { page } from '../../../http/answers.ts'
import type { Ask } from '../../../http/ask.ts'
import { flag } from '../../../http/shapes.ts'
import { keyAgain, submitOnce } from '../../../http/submit.ts'
import { taking } from '../../../http/taking.ts'
import type { Wrong } from '../../../http/wrong.ts'
import { filePage } from './file-page.ts'

const MOST_BYTES = 8 * 1024 * 1024

/** Where names come in from a file. */
export const show = taking({}, (ask) => shown(ask, {}))

/** Takes the names of a file; lines that cannot be taken are told one by one, and keep the others out unless they are to be left out. */
export const create = taking(
  { form: { without: flag }, files: { names: { mostBytes: MOST_BYTES } } },
  async (ask, { without, names }) => {
    const by = await ask.person()
    if (!names) throw new Trouble('invalid', 'glossary-file.none')
    const text = await textIn(names.path)
    const { entries, refused } = glossaryFileFrom(text)
    const all = [...refused, ...(await refusedEntries(ask.store, entries))]
    if (all.length > 0 && !without) return shown(ask, { refused: all })
    if (entries.length === 0) throw new Trouble('invalid', 'glossary-file.empty')
    const language = await ask.language()
    return submitOnce(ask, by, [text], async (tx) => {
      const counts = await importEntries(tx, { entries, by, at: ask.at })
      return { location: paths.deskGlossary(language, { done: 'imported', ...counts, out: all.length }) }
    })
  },
  (ask, _, __, wrong) => shown(ask, { wrong }),
)

/** The glossary as a table that a spreadsheet opens. */
export const csv = taking({}, async (ask) => {
  const entries = await glossaryFor(ask.store)
  return attached(`\ufeff${csvOf(entries)}`, 'text/csv; charset=utf-8', 'glossary.csv')
})

/** The glossary as translators' tools exchange it. */
export const tbx = taking({}, async (ask) => {
  const { publication, language } = await ask.frame()
  const title = publication.languages.find((one) => one.language === language)?.name ?? 'Parley'
  const entries = await glossaryFor(ask.store)
  return attached(tbxOf(entries, { language, title }), 'application/x-tbx+xml; charset=utf-8', 'glossary.tbx')
})

function attached(text: string, type: string, name: string): Response {
  const headers = {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  }
  return new Response(text, { headers })
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true })

async function textIn(path: string): Promise<string> {
  try {
    return UTF_8.decode(await readFile(path))
  } catch (error) {
    throw new Trouble('invalid', 'glossary-file.not-utf8', {}, { cause: error })
  }
}

interface Since {
  refused?: readonly RefusedLine[]
  wrong?: Wrong
}

async function shown(ask: Ask, { refused = [], wrong }: Since): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const lines = refused
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, key, args }) => ({ line, sentence: say(key, args) }))
  const target = { action: paths.deskGlossaryFile(), key: keyAgain(ask, wrong), hasFiles: true }
  const status = wrong?.status ?? (lines.length > 0 ? 422 : 200)
  return page(filePage(frame, { target, lines, error: wrong?.sentence ?? null }, say), status)
}
