import { paths } from '../../addresses/paths.ts'
import { type CorrectionId, correctionsIn } from '../../domain/sources/index.ts'
import type { Language } from '../../kit/language.ts'
import { latestSeq } from '../../store/index.ts'
import { idOrNone } from '../http/shapes.ts'
import { HTML, shared } from '../http/shared-page.ts'
import { correctionsPage } from './corrections-page.ts'

const ON_A_PAGE = 30

/** Everything that was corrected in a language, the latest first, a page at a time. */
export const show = shared({ query: { before: idOrNone<'correction'>() } }, async (ask, { before }) => {
  const frame = await ask.frame()
  const language = frame.language as Language
  const { found, version } = await ask.store.read(async (db) => ({
    found: await correctionsIn(db, language, before as CorrectionId | undefined, ON_A_PAGE + 1),
    version: await latestSeq(db),
  }))
  const corrections = found.slice(0, ON_A_PAGE)
  const last = found.length > ON_A_PAGE ? corrections.at(-1) : undefined
  const older = last ? paths.corrections(language, last.id) : null
  return {
    body: String(correctionsPage(frame, { corrections, older }, await ask.say())),
    type: HTML,
    articleId: null,
    version,
  }
})
