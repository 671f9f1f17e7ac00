import { paths } from '../../../addresses/paths.ts'
import { editionWithId, latestRevision, revisionLines } from '../../../domain/articles/index.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { page } from '../../http/answers.ts'
import { idOrNone } from '../../http/shapes.ts'
import { taking } from '../../http/taking.ts'
import { EDITION } from './named.ts'
import { revisionsPage } from './revisions-page.ts'

const ON_A_PAGE = 50

/** Every saved state of an edition's words, the last first. */
export const show = taking({ params: EDITION, query: { before: idOrNone() } }, async (ask, { edition: id, before }) => {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const found = await ask.store.read(async (db) => {
    const edition = await editionWithId(db, id)
    if (!edition) throw new Trouble('missing', 'edition.missing')
    const lines = await revisionLines(db, id, before, ON_A_PAGE + 1)
    return { edition, lines, title: (await latestRevision(db, id))?.title ?? '' }
  })
  const lines = found.lines.slice(0, ON_A_PAGE)
  const older = found.lines.length > ON_A_PAGE ? paths.deskRevisions(id, frame.language, lines.at(-1)!.number) : null
  return page(revisionsPage(frame, { ...found, lines, older }, say))
})
