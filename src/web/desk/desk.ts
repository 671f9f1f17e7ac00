import { paths } from '../../addresses/paths.ts'
import { shapePublication, writeArticles } from '../../domain/articles/index.ts'
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
import { page } from '../http/answers.ts'
import { taking } from '../http/taking.ts'
import { deskIndex } from './desk-page.ts'

/** What stands at the desk, each behind its right. */
const PLACES: readonly (readonly [
  name: string,
  right: Pick<Right<never>, 'maySome'>,
  path: (language: string) => string,
])[] = [
  ['pictures', keepPictures, paths.deskPictures],
  ['articles', writeArticles, paths.deskArticles],
  ['publication', shapePublication, paths.deskOfPublication],
  ['cases', handleCases, (language) => paths.deskQueue(language)],
  ['notices', answerNotices, paths.deskNotices],
  ['appeals', decideAppeals, paths.deskAppeals],
  ['moderation', handleCases, paths.deskModeration],
  ['people', seePeople, paths.deskPeople],
  ['invitations', giveRoles, paths.deskInvitations],
  ['audit', readAudit, paths.deskAudit],
  ['classifier', seeClassifier, paths.deskClassifier],
  ['phrases', seePhrases, paths.deskPhrases],
  ['admission', setAdmission, paths.deskAdmission],
  ['restraints', restrain, paths.deskRestraints],
  ['rights', seeDesk, paths.deskRights],
]

/** The ways on from the desk, of those that the one who asks may go. */
export const show = taking({}, async (ask) => {
  const by: Member = await ask.person()
  const [frame, say] = [await ask.frame(), await ask.say()]
  const open = PLACES.filter(([, right]) => right.maySome(by))
  const places = open.map(([name, , path]) => ({ name, path: path(frame.language) }))
  return page(deskIndex(frame, places, await asksWaitingFor(ask.store, by), say))
})
