import { publishEditions, writeArticles } from '../../domain/articles/index.ts'
import {
  keepPhrases,
  restrain,
  seeClassifier,
  seePhrases,
  setAdmission,
  setClassifier,
} from '../../domain/moderation/early.ts'
import { giveRoles, handOver, readAudit, seeDesk, seePeople, takeSecondFactor } from '../../domain/people/index.ts'
import { lazily, type Route, route } from '../http/route.ts'
import { routes as claims, type GivenToClaims } from './claims/routes.ts'
import type { Given as GivenToClassifier } from './classifier/classifier.ts'
import { routes as figures, type GivenToFigures } from './figures/routes.ts'
import type { Given as GivenToInvitations } from './invitations/invitations.ts'
import { routes as moderation } from './moderation/routes.ts'
import type { Given as GivenToClaim } from './people/claim.ts'
import type { Given as GivenToSecondFactorRemoval } from './people/second-factor-removal.ts'
import type { Given as GivenToPhrases } from './phrases/phrases.ts'
import { type GivenToPictures, routes as pictures } from './pictures/routes.ts'
import { routes as shaping } from './publication/routes.ts'
import { type GivenToSources, routes as sources } from './sources/routes.ts'
import { type GivenToGlossary, routes as glossary } from './translation/glossary/routes.ts'
import { type GivenToTranslation, routes as translation } from './translation/routes.ts'
import type { Given as GivenToDraftLinks } from './writing/draft-links.ts'

export type GivenToDesk = GivenToPictures &
  GivenToTranslation &
  GivenToGlossary &
  GivenToFigures &
  GivenToDraftLinks &
  GivenToSources &
  GivenToClaims &
  GivenToInvitations &
  GivenToPhrases &
  GivenToClassifier &
  GivenToClaim &
  GivenToSecondFactorRemoval

const restraints = lazily(() => import('./admission/restraints.ts'))
const settings = lazily(() => import('./admission/settings.ts'))
const audit = lazily(() => import('./audit/audit.ts'))
const classifier = lazily(() => import('./classifier/classifier.ts'))
const desk = lazily(() => import('./desk.ts'))
const invitations = lazily(() => import('./invitations/invitations.ts'))
const withdrawal = lazily(() => import('./invitations/withdrawal.ts'))
const claim = lazily(() => import('./people/claim.ts'))
const claimRefusal = lazily(() => import('./people/claim-refusal.ts'))
const people = lazily(() => import('./people/people.ts'))
const person = lazily(() => import('./people/person.ts'))
const roles = lazily(() => import('./people/roles.ts'))
const secondFactorRemoval = lazily(() => import('./people/second-factor-removal.ts'))
const phrases = lazily(() => import('./phrases/phrases.ts'))
const rights = lazily(() => import('./rights/rights.ts'))
const articles = lazily(() => import('./writing/articles.ts'))
const deletion = lazily(() => import('./writing/deletion.ts'))
const draftLinks = lazily(() => import('./writing/draft-links.ts'))
const edition = lazily(() => import('./writing/edition.ts'))
const notes = lazily(() => import('./writing/notes.ts'))
const particulars = lazily(() => import('./writing/particulars.ts'))
const preview = lazily(() => import('./writing/preview.ts'))
const publication = lazily(() => import('./writing/publication.ts'))
const restoration = lazily(() => import('./writing/restoration.ts'))
const retraction = lazily(() => import('./writing/retraction.ts'))
const review = lazily(() => import('./writing/review.ts'))
const revision = lazily(() => import('./writing/revision.ts'))
const revisions = lazily(() => import('./writing/revisions.ts'))
const schedule = lazily(() => import('./writing/schedule.ts'))
const sharing = lazily(() => import('./writing/sharing.ts'))
const takeOver = lazily(() => import('./writing/take-over.ts'))
const editionWithdrawal = lazily(() => import('./writing/withdrawal.ts'))
const workingCopy = lazily(() => import('./writing/working-copy.ts'))

export const routes: readonly Route<GivenToDesk>[] = [
  route('GET', '/desk', seeDesk, desk('show')),
  route('GET', '/desk/rights', seeDesk, rights('show')),
  route('GET', '/desk/audit', readAudit, audit('show')),
  ...pictures,
  ...figures,
  ...claims,
  ...shaping,
  ...moderation,
  ...translation,
  ...sources,
  route('GET', '/desk/people', seePeople, people('show')),
  route('GET', '/desk/people/:person', seePeople, person('show')),
  route('POST', '/desk/people/:person/roles', giveRoles, roles('create')),
  route('GET', '/desk/people/:person/claim', handOver, claim('show')),
  route('POST', '/desk/people/:person/claim', handOver, claim('create')),
  route('POST', '/desk/people/:person/claim/refusal', handOver, claimRefusal('create')),
  route('POST', '/desk/people/:person/second-factor-removal', takeSecondFactor, secondFactorRemoval('create')),
  route('GET', '/desk/classifier', seeClassifier, classifier('show')),
  route('POST', '/desk/classifier', setClassifier, classifier('create')),
  route('POST', '/desk/classifier/trial', seeClassifier, classifier('tryOut')),
  route('GET', '/desk/admission', setAdmission, settings('show')),
  route('POST', '/desk/admission', setAdmission, settings('create')),
  route('GET', '/desk/restraints', restrain, restraints('show')),
  route('POST', '/desk/restraints', restrain, restraints('create')),
  route('POST', '/desk/restraints/:restraint/end', restrain, restraints('end')),
  route('GET', '/desk/phrases', seePhrases, phrases('show')),
  route('POST', '/desk/phrases', keepPhrases, phrases('create')),
  route('GET', '/desk/phrases/list', seePhrases, phrases('download')),
  route('POST', '/desk/phrases/trial', seePhrases, phrases('tryOut')),
  route('POST', '/desk/phrases/:phrase/removal', keepPhrases, phrases('remove')),
  ...glossary,
  route('GET', '/desk/articles', writeArticles, articles('show')),
  route('POST', '/desk/articles', writeArticles, articles('create')),
  route('GET', '/desk/articles/new', writeArticles, articles('form')),
  route('GET', '/desk/articles/deleted', publishEditions, deletion('list')),
  route('GET', '/desk/articles/:article/deletion', publishEditions, deletion('form')),
  route('POST', '/desk/articles/:article/deletion', publishEditions, deletion('create')),
  route('POST', '/desk/articles/:article/restoration', publishEditions, deletion('restore')),
  route('POST', '/desk/articles/:article/editions', writeArticles, articles('createSister')),
  route('GET', '/desk/editions/:edition', writeArticles, edition('show')),
  route('POST', '/desk/editions/:edition', writeArticles, edition('save')),
  route('GET', '/desk/editions/:edition/preview', writeArticles, preview('show')),
  route('GET', '/desk/editions/:edition/revisions', writeArticles, revisions('show')),
  route('GET', '/desk/editions/:edition/revisions/:revision', writeArticles, revision('show')),
  route('POST', '/desk/editions/:edition/revisions/:revision/restoration', writeArticles, restoration('create')),
  route('POST', '/desk/editions/:edition/preview', writeArticles, preview('create')),
  route('POST', '/desk/editions/:edition/working-copy', writeArticles, workingCopy('create')),
  route('POST', '/desk/editions/:edition/take-over', writeArticles, takeOver('create')),
  route('POST', '/desk/editions/:edition/particulars', writeArticles, particulars('create')),
  route('GET', '/desk/editions/:edition/sharing', writeArticles, sharing('show')),
  route('POST', '/desk/editions/:edition/sharing', writeArticles, sharing('create')),
  route('GET', '/desk/editions/:edition/notes', writeArticles, notes('show')),
  route('POST', '/desk/editions/:edition/notes', writeArticles, notes('create')),
  route('POST', '/desk/notes/:note/end', writeArticles, notes('end')),
  route('GET', '/desk/editions/:edition/links', publishEditions, draftLinks('show')),
  route('POST', '/desk/editions/:edition/links', publishEditions, draftLinks('create')),
  route('POST', '/desk/links/:link/withdrawal', publishEditions, draftLinks('withdraw')),
  route('POST', '/desk/editions/:edition/review', writeArticles, review('create')),
  route('POST', '/desk/editions/:edition/publication', publishEditions, publication('create')),
  route('POST', '/desk/editions/:edition/schedule', publishEditions, schedule('create')),
  route('POST', '/desk/editions/:edition/take-off', publishEditions, schedule('setEnd')),
  route('POST', '/desk/editions/:edition/embargo', publishEditions, schedule('setBeginning')),
  route('POST', '/desk/editions/:edition/withdrawal', publishEditions, editionWithdrawal('create')),
  route('POST', '/desk/editions/:edition/retraction', publishEditions, retraction('create')),
  route('GET', '/desk/invitations', giveRoles, invitations('show')),
  route('POST', '/desk/invitations', giveRoles, invitations('create')),
  route('POST', '/desk/invitations/:invitation/withdrawal', giveRoles, withdrawal('create')),
]
