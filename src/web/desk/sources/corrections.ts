import { paths } from '../../../addresses/paths.ts'
import { type EditionId, editionsAtDesk, isReadable, latestRevision } from '../../../domain/articles/index.ts'
import {
  type CorrectionWords,
  chainAtDesk,
  correct,
  correctionsOfArticle,
  WEIGHTS,
} from '../../../domain/sources/index.ts'
import { idFrom } from '../../../kit/ids.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { typedMoment } from '../../../kit/zone.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { flag, id, idOrNone, list, oneOf, text } from '../../http/shapes.ts'
import { keyAgain, submitOnce } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { type CorrectionTyped, correctionsDeskPage } from './corrections-page.ts'

const PARAMS = { article: id<'article'>('article.missing') }
const FORM = {
  editions: list,
  wrong: list,
  right: list,
  weight: oneOf(WEIGHTS, 'kind.unknown'),
  since: text,
  claim: idOrNone<'claim'>(),
}

const NOTHING: CorrectionTyped = { editions: [], wrong: [], right: [], weight: WEIGHTS[0], since: '', claim: '' }

/** What was corrected in an article, and the form that corrects it in public. */
export const show = taking(
  { params: PARAMS, query: { done: flag, claim: idOrNone<'claim'>() } },
  (ask, { article, done, claim }) => shown(ask, article, { ...NOTHING, claim: String(claim ?? '') }, { done }),
)

/** Corrects it in every edition of which something is said. */
export const create = taking(
  { params: PARAMS, form: FORM },
  async (ask, { article: articleId, claim, ...typed }) => {
    const by = await ask.person()
    const [{ publication }, language] = [await ask.frame(), await ask.language()]
    const { editions, wrong, right, weight, since } = typed
    const content = [...editions, ...wrong, ...right, weight, since, String(claim ?? '')]
    return submitOnce(ask, by, content, async (tx) => {
      const draft = {
        articleId,
        claimId: claim ?? null,
        weight,
        since: momentFrom(since, publication.zone),
        words: wordsFrom(typed),
      }
      await correct(tx, draft, { byId: by.id, at: ask.at })
      return { location: paths.deskCorrections(articleId, language, { done: 1 }) }
    })
  },
  (ask, { article, ...typed }, _, wrong) => shown(ask, article, typed, { wrong }),
)

function wordsFrom({
  editions,
  wrong,
  right,
}: Pick<CorrectionTyped, 'editions' | 'wrong' | 'right'>): CorrectionWords[] {
  return editions.flatMap((sent, at) => {
    const editionId: EditionId | undefined = idFrom(sent)
    return editionId ? [{ editionId, wrong: wrong[at] ?? '', right: right[at] ?? '' }] : []
  })
}

/** A day or a minute on the clocks of the publication; null where nothing is typed. */
function momentFrom(typed: string, zone: string): number | null {
  const text = typed.trim().replace(' ', 'T')
  if (text === '') return null
  const at = typedMoment(zone, text)
  if (at === undefined) throw new Trouble('invalid', 'since.wrong')
  return at
}

interface Again {
  wrong?: Wrong
  done?: boolean
}

async function shown(
  ask: Ask,
  articleId: Parameters<typeof editionsAtDesk>[1],
  typed: CorrectionTyped,
  { wrong, done = false }: Again,
) {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { editions, made, claims } = await ask.store.read(async (db) => {
    const editions = (await editionsAtDesk(db, articleId)).filter(isReadable)
    const told = editions.find(({ language }) => language === frame.language) ?? editions[0]
    const chain = told && (await chainAtDesk(db, { articleId, editionId: told.id, language: told.language }))
    const titles = await Promise.all(editions.map(({ id }) => latestRevision(db, id)))
    return {
      editions: editions.map(({ id, language, slug }, at) => ({
        id,
        language,
        slug,
        title: titles[at]?.title ?? slug,
      })),
      made: await correctionsOfArticle(db, articleId),
      claims: (chain?.claims ?? []).map(({ id, key, gist }) => ({ id, gist: gist || key })),
    }
  })
  const data = {
    editions,
    made,
    claims,
    typed,
    sending: { action: paths.deskCorrections(articleId), key: keyAgain(ask, wrong) },
    errors: wrong?.errors ?? {},
    error: wrong?.error ?? null,
    done,
  }
  return page(correctionsDeskPage(frame, data, say), wrong?.status)
}
