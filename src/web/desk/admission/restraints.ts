import { paths } from '../../../addresses/paths.ts'
import { type ArticleId, editionForEach } from '../../../domain/articles/index.ts'
import {
  type DiscussionDecision,
  decideAboutDiscussionOrPropose,
  endRestraint,
  impose,
  lastEnded,
  placeRestrained,
  proposedIn,
  RESTRAINT_KINDS,
  type Restraint,
  type RestraintKind,
  restrain,
  restraintsInForce,
} from '../../../domain/moderation/index.ts'
import { peopleById } from '../../../domain/people/index.ts'
import { idFrom } from '../../../kit/ids.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { flag, id, idOrNone, text } from '../../http/shapes.ts'
import { freshKey, keyAgain, submitAnew, submitOnce } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { restraintsPage } from './restraints-page.ts'

const article = idOrNone<'article'>()

/** What is asked of all who write, and the form to ask it: everywhere, or in the discussion of `?article=`. */
export const show = taking({ query: { article, done: flag } }, (ask, { article, done }) =>
  shown(ask, article ?? null, { done }),
)

/** Asks something of all who write, for so many minutes or until it is ended. */
export const create = taking(
  { form: { article, kind: text, minutes: text, seconds: text, staffNote: text } },
  async (ask, { article = null, kind, minutes, seconds, staffNote }) => {
    const by = await ask.person()
    const language = await ask.language()
    const location = paths.deskRestraints(language, { ...(article && { article }), done: 1 })
    const before = article === null ? 0 : await lastEnded(ask.store, { articleId: article })
    const asked = {
      kind: kind as RestraintKind,
      minutes: minutes === '' ? null : Number(minutes),
      seconds: Number(seconds),
    }
    return submitOnce(ask, by, [String(article), kind, minutes, seconds, staffNote, String(before)], async (tx) => {
      const decision = decisionBy(asked.kind)
      if (article === null || !decision) {
        await impose(tx, { articleId: article, ...asked, by, at: ask.at })
        return { location }
      }
      const deciding = { ...asked, articleId: article, kind: decision, by, at: ask.at, staffNote }
      const made = await decideAboutDiscussionOrPropose(tx, deciding)
      if ('proposed' in made) return { location: paths.deskProposal(made.proposed, language) }
      return { location: paths.deskDecision(made.decided, language) }
    })
  },
  async (ask, { article, ...typed }, _, wrong) => {
    if (wrong.trouble.kind !== 'invalid') throw wrong.trouble
    return shown(ask, idFrom<'article'>(article) ?? null, { wrong, typed })
  },
)

/** Ends one before its time. */
export const end = taking(
  { params: { restraint: id<'restraint'>('restraint.missing') }, form: { article } },
  async (ask, { restraint, article }) => {
    const by = await ask.person()
    const location = paths.deskRestraints(await ask.language(), { ...(article && { article }), done: 1 })
    return submitAnew(ask, by, [], async (tx) => {
      await endRestraint(tx, restraint, { by, at: ask.at })
      return { location }
    })
  },
)

/** What locks or slows a discussion is decided, with all that follows from a decision. */
function decisionBy(kind: RestraintKind): DiscussionDecision | undefined {
  return kind === 'read-only' ? 'lock' : kind === 'slow' ? 'slow' : undefined
}

interface Since {
  done?: boolean
  wrong?: Wrong
  typed?: { kind: string; minutes: string; seconds: string; staffNote: string }
}

/** An hour is long enough to look around in a raid. */
const AT_FIRST = { kind: RESTRAINT_KINDS[0], minutes: '60', seconds: '60', staffNote: '' }

async function shown(ask: Ask, here: ArticleId | null, { done = false, wrong, typed = AT_FIRST }: Since) {
  const [frame, say, by, language] = [await ask.frame(), await ask.say(), await ask.person(), await ask.language()]
  const mayHere = restrain.may(by, await placeRestrained(ask.store, here))
  const { restraints, proposed, titles, names } = await ask.store.read(async (db) => {
    const restraints = (await restraintsInForce(db)).filter(({ until }) => until === null || until > ask.at)
    const articles = [...restraints.flatMap(({ articleId }) => articleId ?? []), ...(here ? [here] : [])]
    const editions = await editionForEach(db, [...new Set(articles)], language)
    const people = await peopleById(db, [...new Set(restraints.flatMap(({ byId }) => byId ?? []))])
    return {
      restraints,
      proposed: here === null ? [] : await proposedIn(db, here),
      titles: new Map([...editions.values()].map(({ articleId, title }) => [articleId, title])),
      names: new Map(people.map(({ id, name }) => [id, name])),
    }
  })
  const titled = (id: ArticleId | null) => (id === null ? null : (titles.get(id) ?? String(id)))
  const told = async (one: Restraint) => ({
    ...one,
    title: titled(one.articleId),
    by: one.byId === null ? null : (names.get(one.byId) ?? null),
    ending: restrain.may(by, await placeRestrained(ask.store, one.articleId))
      ? { action: paths.restraintEnd(one.id), key: freshKey() }
      : null,
  })
  const html = restraintsPage(
    frame,
    {
      inForce: await Promise.all(restraints.map(told)),
      proposed: mayHere ? proposed : [],
      here: here === null ? null : { id: here, title: titled(here)! },
      imposing: mayHere ? { action: paths.deskRestraints(), key: keyAgain(ask, wrong) } : null,
      typed,
      errors: { form: wrong?.error ?? null, ...wrong?.errors },
      done,
    },
    say,
  )
  return page(html, wrong?.status)
}
