import { BoundedCache } from '../../../kit/bounded-cache.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { keptUntil, oneOf, type Store, type Tail, type Writing } from '../../../store/index.ts'
import {
  type ArticleId,
  articleById,
  articlesEvents,
  importDone,
  isPublished,
  publicationRestored,
} from '../../articles/index.ts'
import type { Post } from '../../discussion/index.ts'
import type { Member } from '../../people/index.ts'
import { admissionChanged, restraintChanged } from './events.ts'
import { createHeat } from './heat.ts'
import { judge } from './judge.ts'
import type { RecentPost } from './pace/recent-post.ts'
import type { Refused } from './pace/refused.ts'
import { fingerprint } from './pace/repeated-text.ts'
import { type Received, receive, type Verdict } from './receive.ts'
import { binds, type Restraint } from './restraints/restraint.ts'
import { restraintsInForce } from './restraints/restraints.ts'
import { asksProof } from './rules/proof-of-work.ts'
import type { Submission, Surroundings } from './rules/rule.ts'
import { RULES } from './rules/rules-in-order.ts'
import { admissionIn, saidOfAdmission } from './settings/settings.ts'

/** The door through which all words of readers come. */
export interface Admission {
  /** What becomes of words, before anything is written; throws the Trouble with which a rule refuses them. */
  judge(submission: Submission): Promise<Verdict>
  /** Throws the Trouble of a missing article where nobody can read it, by what the journal told so far. */
  mustBePublished(articleId: ArticleId): Promise<void>
  /** What is asked of all who write in a discussion at a moment. */
  restraintsOn(articleId: ArticleId, at: number): Promise<Restraint[]>
  /** Whether a browser has to work for what somebody writes in a discussion. */
  asksProof(by: Member | undefined, articleId: ArticleId): Promise<boolean>
  /** Posts a comment, or holds it, as the verdict says; throws where somebody writes too fast, or the same again. */
  receive(tx: Writing, verdict: Verdict, posting: Post): Promise<Received>
}

interface Given extends Pick<Surroundings, 'phrases' | 'classifier' | 'outside'> {
  store: Store
  tail: Tail
}

const MOST_ARTICLES = 10_000
const MOST_REFUSED = 10_000
const changesArticles = oneOf(articlesEvents)
const changesSettings = oneOf([admissionChanged, importDone, publicationRestored])
const changesRestraints = oneOf([restraintChanged, importDone, publicationRestored])

/** What is the same for all who write is kept in memory until the journal says that it changed. */
export function createAdmission({ store, tail, ...machines }: Given): Admission {
  const articles = new BoundedCache<ArticleId, Promise<ArticleSeen>>(MOST_ARTICLES)
  const heat = createHeat(store, tail)
  const settings = keptUntil(tail, changesSettings, () => saidOfAdmission(store))
  const restraints = keptUntil(tail, changesRestraints, () => restraintsInForce(store))
  const refused = new BoundedCache<string, Refused>(MOST_REFUSED)

  tail.follow((entries) => {
    for (const entry of entries) if (changesArticles(entry)) forget(entry.articleId as ArticleId | null)
    if (entries.some(changesSettings)) refused.clear()
  })

  function forget(articleId: ArticleId | null) {
    if (articleId === null) articles.clear()
    else articles.delete(articleId)
  }

  async function restraintsOn(id: ArticleId, at: number): Promise<Restraint[]> {
    return (await restraints()).filter((one) => binds(one, id, at))
  }

  function article(id: ArticleId): Promise<ArticleSeen> {
    const reading = articles.get(id) ?? placed(store, id)
    articles.set(id, reading)
    reading.catch(() => articles.delete(id))
    return reading
  }

  return {
    async mustBePublished(id) {
      if (!(await article(id)).isPublished) throw new Trouble('missing', 'article.missing')
    },
    restraintsOn,
    async asksProof(by, articleId) {
      const [said, { sectionId }] = await Promise.all([settings(), article(articleId)])
      return asksProof(store, by, admissionIn(said, sectionId))
    },
    async judge(submission) {
      const { by, articleId, network, draft, at } = submission
      const counts: RecentPost = { personId: by.id, network, articleId, words: fingerprint(draft), at }
      const [said, place, restraints] = await Promise.all([settings(), article(articleId), restraintsOn(articleId, at)])
      if (!submission.editOf) mustNotBeRefused(counts, place)
      const around: Surroundings = {
        db: store,
        settings: admissionIn(said, place.sectionId),
        article: place,
        restraints,
        heat: (parent) => heat(parent, at),
        ...machines,
      }
      return { hold: await judge(RULES, submission, around), counts, settings: around.settings }
    },
    async receive(tx, verdict, posting) {
      const received = await receive(tx, verdict, posting)
      if ('id' in received) return received
      refused.set(`${await sectionOf(posting.articleId)} ${received.about}`, received)
      throw received.troubleAt(verdict.counts.at)
    },
  }

  async function sectionOf(id: ArticleId) {
    return (await article(id)).sectionId
  }

  /** @NOTE who was refused a moment ago is refused again without a look at the database, however fast they come; in another section other limits may hold. */
  function mustNotBeRefused({ personId, network, words, at }: RecentPost, { sectionId }: ArticleSeen) {
    for (const about of [`personId ${personId}`, `network ${network}`, `words ${personId} ${words}`]) {
      const before = refused.get(`${sectionId} ${about}`)
      if (before && before.until > at) throw before.troubleAt(at)
    }
  }
}

/** An article as those see it who write below it. */
type ArticleSeen = Surroundings['article'] & { isPublished: boolean }

async function placed(store: Store, id: ArticleId): Promise<ArticleSeen> {
  const [article, seen] = await Promise.all([articleById(store, id), isPublished(store, id)])
  return { sectionId: article?.sectionId ?? null, publishedAt: article?.publishedAt ?? null, isPublished: seen }
}
