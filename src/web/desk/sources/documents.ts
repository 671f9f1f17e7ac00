import { paths } from '../../../addresses/paths.ts'
import { documentsFound, LINK_STATES, namesOf } from '../../../domain/sources/index.ts'
import type { Language } from '../../../kit/language.ts'
import { dayHtml } from '../../html/date-time.ts'
import { page } from '../../http/answers.ts'
import { idOrNone, text, textOrNone } from '../../http/shapes.ts'
import { taking } from '../../http/taking.ts'
import { keptListPage } from './kept-list.ts'

const ON_A_PAGE = 50
const QUERY = {
  words: text,
  outlet: idOrNone<'outlet'>(),
  link: textOrNone.transform((sent) => LINK_STATES.find((state) => state === sent)),
  before: idOrNone<'sourceDocument'>(),
}

/** The documents that are cited, the latest first; `words` finds those with them in their title or address, `link` those whose address became so. */
export const show = taking({ query: QUERY }, async (ask, { words, outlet: outletId, link: linkState, before }) => {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const language = frame.language as Language
  const { found, names } = await ask.store.read(async (db) => {
    const found = await documentsFound(db, { words, outletId, linkState, before }, ON_A_PAGE + 1)
    return {
      found,
      names: await namesOf(
        db,
        'outlet',
        found.map((one) => one.outletId),
        language,
      ),
    }
  })
  const shown = found.slice(0, ON_A_PAGE)
  const last = found.length > ON_A_PAGE ? shown.at(-1) : undefined
  const asked = {
    ...(words && { words }),
    ...(outletId && { outlet: outletId }),
    ...(linkState && { link: linkState }),
  }
  const listed = {
    title: say('desk.documents'),
    hint: say('documents.hint'),
    action: paths.deskDocuments(),
    words,
    adding: { path: paths.deskNewDocument(language), words: say('documents.new') },
    rows: shown.map((one) => ({
      path: paths.deskDocument(one.id, language),
      name: one.title,
      lang: one.language,
      about: [
        names.get(one.outletId)?.name ?? '',
        one.publishedOn ? dayHtml(one.publishedOn, 'shortDay', language) : null,
        one.linkState && one.linkState !== 'ok' ? say(`link-state.${one.linkState}`) : null,
        one.openedAt === null ? say('documents.unread-short') : null,
      ],
    })),
    older: last ? paths.deskDocuments(language, { ...asked, before: last.id }) : null,
  }
  return page(keptListPage(frame, listed, say))
})
