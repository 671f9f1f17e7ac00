import { paths } from '../../addresses/paths.ts'
import { citedAt, PARTIES } from '../../domain/sources/index.ts'
import type { Language } from '../../kit/language.ts'
import { Trouble } from '../../kit/trouble.ts'
import { latestSeq } from '../../store/index.ts'
import { idOrNone, text } from '../http/shapes.ts'
import { HTML, shared } from '../http/shared-page.ts'
import { citedPage } from './cited-page.ts'
import { throughShown } from './through.ts'

/** Somebody who is quoted, and what they were when. */
export const show = shared(
  { params: { party: text }, query: { after: idOrNone<'hop'>() } },
  async (ask, { party: at, after }) => {
    const [frame, say] = [await ask.frame(), await ask.say()]
    const { party, through, version } = await ask.store.read(async (db) => {
      const party = await citedAt(db, PARTIES, at)
      if (!party) throw new Trouble('missing', 'party.missing')
      const through = await throughShown(db, { partyId: party.id }, frame.language as Language, after)
      return { party, through, version: await latestSeq(db) }
    })
    const { key, kind, roles, sameAs, forms } = party
    const shown = {
      path: (to: string, after?: number) => paths.party(to, key, after && { after }),
      forms,
      kind: `party-kind.${kind}`,
      country: null,
      roles,
      url: null,
      sameAs,
      often: null,
      through,
      documents: [],
      older: null,
    }
    return { body: String(citedPage(frame, shown, say)), type: HTML, articleId: null, version }
  },
)
