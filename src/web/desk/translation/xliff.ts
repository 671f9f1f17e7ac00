import { readFile } from 'node:fs/promises'
import { mustMay } from '../../../domain/people/index.ts'
import { readXliff, takeInXliff, translated, translateEditions, writeXliff } from '../../../domain/translation/index.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { page } from '../../http/answers.ts'
import { taking } from '../../http/taking.ts'
import { EDITION } from '../writing/named.ts'
import { type Given, shown } from './desk.ts'
import { xliffPage } from './xliff-page.ts'

const MB = 1024 * 1024
const MOST_BYTES = 8 * MB

/** An edition beside its original as a file of XLIFF 2.0. */
export const show = taking({ params: EDITION }, async (ask, { edition: id }) => {
  const by = await ask.person()
  const { edition, original, paragraphs } = await ask.store.read((db) => translated(db, id))
  mustMay(translateEditions, by, { section: null, languages: [edition.language] })
  if (!original) throw new Trouble('conflict', 'translation.without-original')
  const name = `${original.slug}.${original.language}-${edition.language}`
  const file = writeXliff({ from: original.language, to: edition.language, name, paragraphs })
  return new Response(file, {
    headers: {
      'cache-control': 'no-store',
      'content-type': 'application/xliff+xml; charset=utf-8',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.xlf`)}`,
    },
  })
})

/** Brings back what was translated elsewhere, and says of each unit that was not taken why. */
export const create = taking(
  { params: EDITION, files: { file: { mostBytes: MOST_BYTES } } },
  async (ask, { edition: id, file: sent }) => {
    const [frame, say, by] = [await ask.frame(), await ask.say(), await ask.person()]
    if (!sent) throw new Trouble('invalid', 'xliff.missing')
    const file = readXliff(await readFile(sent.path, 'utf8'))
    const { value: report, seq } = await ask.store.write((tx) => takeInXliff(tx, { id, file, by, at: ask.at }))
    await ask.tail.until(seq)
    return page(xliffPage(frame, { id, report }, say))
  },
  (ask, { edition }, given: Given, wrong) => shown(ask, given, edition, { wrong }),
)
