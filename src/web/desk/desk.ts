import { paths } from '../../addresses/paths.ts'
import { firstSteps, shapePublication, takeDemoAway, writeArticles } from '../../domain/articles/index.ts'
import { keepPictures } from '../../domain/media/index.ts'
import {
  answerNotices,
  decideAppeals,
  handleCases,
  restrain,
  seeClassifier,
  seePhrases,
  setAdmission,
} from '../../domain/moderation/index.ts'
import {
  asksWaitingFor,
  giveRoles,
  type Member,
  type Right,
  readAudit,
  seeDesk,
  seePeople,
} from '../../domain/people/index.ts'
import { keepGlossary, translateEditions } from '../../domain/translation/index.ts'
import { page } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { freshKey } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import { deskIndex } from './desk-page.ts'
import type { FirstStepsShown } from './first-steps.ts'

type DeskLink = readonly [name: string, right: Pick<Right<never>, 'maySome'>, path: (language: string) => string]

/** What stands at the desk, room by room, each behind its right. */
const ROOMS: Readonly<Record<string, readonly DeskLink[]>> = {
  writing: [
    ['articles', writeArticles, paths.deskArticles],
    ['translation', translateEditions, paths.deskTranslations],
    ['documents', writeArticles, paths.deskDocuments],
    ['outlets', writeArticles, paths.deskOutlets],
    ['parties', writeArticles, paths.deskParties],
    ['proposals', writeArticles, paths.deskProposals],
    ['pictures', keepPictures, paths.deskPictures],
    ['figures', writeArticles, (language) => paths.deskFigures(language)],
    ['glossary', keepGlossary, (language) => paths.deskGlossary(language)],
  ],
  order: [
    ['moderation', handleCases, paths.deskModeration],
    ['cases', handleCases, (language) => paths.deskQueue(language)],
    ['notices', answerNotices, paths.deskNotices],
    ['appeals', decideAppeals, paths.deskAppeals],
    ['restraints', restrain, paths.deskRestraints],
    ['admission', setAdmission, paths.deskAdmission],
    ['phrases', seePhrases, paths.deskPhrases],
    ['reasons', setAdmission, paths.deskReasons],
    ['classifier', seeClassifier, paths.deskClassifier],
  ],
  people: [
    ['people', seePeople, paths.deskPeople],
    ['invitations', giveRoles, paths.deskInvitations],
    ['rights', seeDesk, paths.deskRights],
  ],
  house: [
    ['publication', shapePublication, paths.deskOfPublication],
    ['audit', readAudit, paths.deskAudit],
  ],
}

/** The ways on from the desk, of those that the one who asks may go. */
export const show = taking({}, async (ask) => {
  const by: Member = await ask.person()
  const [frame, say] = [await ask.frame(), await ask.say()]
  const rooms = Object.entries(ROOMS).map(([name, places]) => ({
    name,
    places: places
      .filter(([, right]) => right.maySome(by))
      .map(([name, , path]) => ({ name, path: path(frame.language) })),
  }))
  const open = rooms.filter(({ places }) => places.length > 0)
  const waiting = await asksWaitingFor(ask.store, by)
  return page(deskIndex(frame, { rooms: open, waiting, first: await firstStepsOf(ask, by) }, say))
})

/** How whoever shapes the publication comes to the first article of their own; null where there is one. */
async function firstStepsOf(ask: Ask, by: Member): Promise<FirstStepsShown | null> {
  if (!shapePublication.maySome(by) || !writeArticles.maySome(by)) return null
  const first = await firstSteps(ask.store)
  if (!first) return null
  const clearing = { action: paths.demoClearing, key: freshKey(), next: paths.desk(await ask.language()) }
  return { isNamed: first.isNamed, clearing: first.isDemo && takeDemoAway.may(by, undefined) ? clearing : null }
}
