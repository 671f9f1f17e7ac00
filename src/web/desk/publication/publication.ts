import { paths } from '../../../addresses/paths.ts'
import {
  type AnyPart,
  frontPart,
  latestShapings,
  lookPart,
  namesPart,
  pagesPart,
  sectionsPart,
  tagsPart,
} from '../../../domain/articles/index.ts'
import { rulesPart } from '../../../domain/moderation/index.ts'
import { peopleById } from '../../../domain/people/index.ts'
import { page } from '../../http/answers.ts'
import { flag } from '../../http/shapes.ts'
import { freshKey } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import { publicationPage } from './publication-page.ts'

/** What can be changed of the publication here. */
export const PARTS: readonly AnyPart[] = [namesPart, sectionsPart, tagsPart, frontPart, lookPart, pagesPart, rulesPart]

const MOST_SHOWN = 20

/** What can be changed of the publication, and what was changed last. */
export const show = taking({ query: { done: flag } }, async (ask, { done }) => {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { changes, names } = await ask.store.read(async (db) => {
    const changes = await latestShapings(db, MOST_SHOWN)
    const ids = [...new Set(changes.flatMap(({ byId }) => byId ?? []))]
    return { changes, names: new Map((await peopleById(db, ids)).map(({ id, name }) => [id, name])) }
  })
  const shown = changes.map(({ id, part, byId, at, undoneAt }) => ({
    part,
    by: byId === null ? null : (names.get(byId) ?? null),
    at,
    undoing: undoneAt === null ? { action: paths.shapingUndoing(id), key: freshKey() } : null,
  }))
  return page(publicationPage(frame, { parts: PARTS.map(({ name }) => name), changes: shown, done }, say))
})
