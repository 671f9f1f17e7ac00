import { publishEditions, writeArticles } from '../../domain/articles/index.ts'
import {
  keepPhrases,
  restrain,
  seeClassifier,
  seePhrases,
  setAdmission,
  setClassifier,
} from '../../domain/moderation/index.ts'
import { giveRoles, handOver, readAudit, seeDesk, seePeople, takeSecondFactor } from '../../domain/people/index.ts'
import { type Route, route } from '../http/route.ts'
import * as restraints from './admission/restraints.ts'
import * as settings from './admission/settings.ts'
import * as audit from './audit/audit.ts'
import { routes as claims } from './claims/routes.ts'
import * as classifier from './classifier/classifier.ts'
import * as desk from './desk.ts'
import { routes as figures, type GivenToFigures } from './figures/routes.ts'
import * as invitations from './invitations/invitations.ts'
import * as withdrawal from './invitations/withdrawal.ts'
import { routes as moderation } from './moderation/routes.ts'
import * as claim from './people/claim.ts'
import * as claimRefusal from './people/claim-refusal.ts'
import * as people from './people/people.ts'
import * as person from './people/person.ts'
import * as roles from './people/roles.ts'
import * as secondFactorRemoval from './people/second-factor-removal.ts'
import * as phrases from './phrases/phrases.ts'
import { type GivenToPictures, routes as pictures } from './pictures/routes.ts'
import { routes as shaping } from './publication/routes.ts'
import * as rights from './rights/rights.ts'
import { type GivenToSources, routes as sources } from './sources/routes.ts'
import { routes as glossary } from './translation/glossary/routes.ts'
import { type GivenToTranslation, routes as translation } from './translation/routes.ts'
import * as articles from './writing/articles.ts'
import * as deletion from './writing/deletion.ts'
import * as draftLinks from './writing/draft-links.ts'
import * as edition from './writing/edition.ts'
import * as notes from './writing/notes.ts'
import * as particulars from './writing/particulars.ts'
import * as preview from './writing/preview.ts'
import * as publication from './writing/publication.ts'
import * as restoration from './writing/restoration.ts'
import * as retraction from './writing/retraction.ts'
import * as review from './writing/review.ts'
import * as revision from './writing/revision.ts'
import * as revisions from './writing/revisions.ts'
import * as schedule from './writing/schedule.ts'
import * as sharing from './writing/sharing.ts'
import * as takeOver from './writing/take-over.ts'
import * as editionWithdrawal from './writing/withdrawal.ts'
import * as workingCopy from './writing/working-copy.ts'

export type GivenToDesk = GivenToPictures &
  GivenToTranslation &
  GivenToFigures &
  draftLinks.Given &
  GivenToSources &
  invitations.Given &
  phrases.Given &
  classifier.Given &
  claim.Given &
  secondFactorRemoval.Given

export const routes: readonly Route<GivenToDesk>[] = [
  route('GET', '/desk', seeDesk, desk.show),
  route('GET', '/desk/rights', seeDesk, rights.show),
  route('GET', '/desk/audit', readAudit, audit.show),
  ...pictures,
  ...figures,
  ...claims,
  ...shaping,
  ...moderation,
  ...translation,
  ...sources,
  route('GET', '/desk/people', seePeople, people.show),
  route('GET', '/desk/people/:person', seePeople, person.show),
  route('POST', '/desk/people/:person/roles', giveRoles, roles.create),
  route('GET', '/desk/people/:person/claim', handOver, claim.show),
  route('POST', '/desk/people/:person/claim', handOver, claim.create),
  route('POST', '/desk/people/:person/claim/refusal', handOver, claimRefusal.create),
  route('POST', '/desk/people/:person/second-factor-removal', takeSecondFactor, secondFactorRemoval.create),
  route('GET', '/desk/classifier', seeClassifier, classifier.show),
  route('POST', '/desk/classifier', setClassifier, classifier.create),
  route('POST', '/desk/classifier/trial', seeClassifier, classifier.tryOut),
  route('GET', '/desk/admission', setAdmission, settings.show),
  route('POST', '/desk/admission', setAdmission, settings.create),
  route('GET', '/desk/restraints', restrain, restraints.show),
  route('POST', '/desk/restraints', restrain, restraints.create),
  route('POST', '/desk/restraints/:restraint/end', restrain, restraints.end),
  route('GET', '/desk/phrases', seePhrases, phrases.show),
  route('POST', '/desk/phrases', keepPhrases, phrases.create),
  route('GET', '/desk/phrases/list', seePhrases, phrases.download),
  route('POST', '/desk/phrases/trial', seePhrases, phrases.tryOut),
  route('POST', '/desk/phrases/:phrase/removal', keepPhrases, phrases.remove),
  ...glossary,
  route('GET', '/desk/articles', writeArticles, articles.show),
  route('POST', '/desk/articles', writeArticles, articles.create),
  route('GET', '/desk/articles/new', writeArticles, articles.form),
  route('GET', '/desk/articles/deleted', publishEditions, deletion.list),
  route('GET', '/desk/articles/:article/deletion', publishEditions, deletion.form),
  route('POST', '/desk/articles/:article/deletion', publishEditions, deletion.create),
  route('POST', '/desk/articles/:article/restoration', publishEditions, deletion.restore),
  route('POST', '/desk/articles/:article/editions', writeArticles, articles.createSister),
  route('GET', '/desk/editions/:edition', writeArticles, edition.show),
  route('POST', '/desk/editions/:edition', writeArticles, edition.save),
  route('GET', '/desk/editions/:edition/preview', writeArticles, preview.show),
  route('GET', '/desk/editions/:edition/revisions', writeArticles, revisions.show),
  route('GET', '/desk/editions/:edition/revisions/:revision', writeArticles, revision.show),
  route('POST', '/desk/editions/:edition/revisions/:revision/restoration', writeArticles, restoration.create),
  route('POST', '/desk/editions/:edition/preview', writeArticles, preview.create),
  route('POST', '/desk/editions/:edition/working-copy', writeArticles, workingCopy.create),
  route('POST', '/desk/editions/:edition/take-over', writeArticles, takeOver.create),
  route('POST', '/desk/editions/:edition/particulars', writeArticles, particulars.create),
  route('GET', '/desk/editions/:edition/sharing', writeArticles, sharing.show),
  route('POST', '/desk/editions/:edition/sharing', writeArticles, sharing.create),
  route('GET', '/desk/editions/:edition/notes', writeArticles, notes.show),
  route('POST', '/desk/editions/:edition/notes', writeArticles, notes.create),
  route('POST', '/desk/notes/:note/end', writeArticles, notes.end),
  route('GET', '/desk/editions/:edition/links', publishEditions, draftLinks.show),
  route('POST', '/desk/editions/:edition/links', publishEditions, draftLinks.create),
  route('POST', '/desk/links/:link/withdrawal', publishEditions, draftLinks.withdraw),
  route('POST', '/desk/editions/:edition/review', writeArticles, review.create),
  route('POST', '/desk/editions/:edition/publication', publishEditions, publication.create),
  route('POST', '/desk/editions/:edition/schedule', publishEditions, schedule.create),
  route('POST', '/desk/editions/:edition/take-off', publishEditions, schedule.setEnd),
  route('POST', '/desk/editions/:edition/embargo', publishEditions, schedule.setBeginning),
  route('POST', '/desk/editions/:edition/withdrawal', publishEditions, editionWithdrawal.create),
  route('POST', '/desk/editions/:edition/retraction', publishEditions, retraction.create),
  route('GET', '/desk/invitations', giveRoles, invitations.show),
  route('POST', '/desk/invitations', giveRoles, invitations.create),
  route('POST', '/desk/invitations/:invitation/withdrawal', giveRoles, withdrawal.create),
]
