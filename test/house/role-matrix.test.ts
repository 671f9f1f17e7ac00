import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Member } from '../../src/domain/people/index.ts'
import { sentencesIn } from '../../src/kit/sentences.ts'
import { ROUTES } from '../../src/web/app.ts'
import { POLICIES } from '../../src/web/desk/rights/rights.ts'
import { nameOfWho, type Who } from '../../src/web/http/who.ts'
import { DATABASES } from '../support/databases.ts'
import { addressOf, caseworkOn, leastFields, quickly, type Sent, SIGNING_OUT_LAST } from '../support/every-route.ts'
import { openSite, publish, type Site, say, signInAgain, type Visitor, visitor, withoutPace } from '../support/site.ts'

const ASKERS = [
  'stranger',
  'reader',
  'author',
  'moderator',
  'moderator of this section',
  'moderator of another section',
  'moderator of this language',
  'moderator of another language',
  'translator',
  'editor',
  'admin',
] as const
type Asker = (typeof ASKERS)[number]

/** What all are answered, or each. */
type Answers = number | (Partial<Record<Asker, number>> & { else: number })

/** Those who moderate the article, and what they are answered. */
const moderators = (status: number) => ({
  moderator: status,
  'moderator of this section': status,
  'moderator of this language': status,
  admin: status,
})

/** Those who moderate anything, and what they are answered. */
const allModerators = (status: number) => ({
  ...moderators(status),
  'moderator of another section': status,
  'moderator of another language': status,
})
const editors = (status: number) => ({ editor: status, admin: status })
const translators = (status: number) => ({ translator: status, ...editors(status) })

/** Who may, as the route declares it, and what each is answered. Reviewed by hand: a change here is a change of rights. */
const EXPECTED: Readonly<Record<string, readonly [who: string, Answers]>> = {
  'GET /': ['visitor', 302],
  'GET /assets/:file': ['visitor', 404],
  'GET /media/:file': ['visitor', 404],
  'GET /service-worker.js': ['visitor', 200],
  'GET /proof-of-work': ['visitor', 200],
  'GET /proof-worker.js': ['visitor', 200],
  'GET /healthz': ['visitor', 200],
  'GET /readyz': ['visitor', 200],
  'GET /.well-known/security.txt': ['visitor', 404],
  'GET /live': ['visitor', 404],
  'GET /live/changes': ['visitor', 404],
  'GET /me': ['visitor', 200],
  'POST /me/readings': ['reader', { stranger: 403, else: 204 }],
  'POST /me/devices': ['reader', { stranger: 403, else: 422 }],
  'GET /me/data': ['reader', { stranger: 303, else: 200 }],
  'POST /sign-out': ['visitor', 200],
  'POST /sign-out/everywhere': ['visitor', 200],
  'GET /first-administrator': ['whoever holds the link', 410],
  'POST /first-administrator': ['whoever holds the link', 410],
  'GET /c/:comment': ['visitor', 303],
  'GET /c/:comment/held': ['visitor', 303],
  'POST /c/:comment/held': ['remove-comments', { ...moderators(404), else: 403 }],
  'GET /a/:article/held': ['reader', { stranger: 303, else: 200 }],
  'GET /c/:comment/reply': ['reader', { stranger: 303, else: 200 }],
  'POST /c/:comment/replies': ['reader', { stranger: 403, else: 303 }],
  'GET /c/:comment/edit': ['change-own', { stranger: 303, author: 200, else: 403 }],
  'POST /c/:comment/edit': ['change-own', { author: 303, else: 403 }],
  'GET /c/:comment/removal': ['visitor', { stranger: 303, author: 200, ...moderators(200), else: 403 }],
  'POST /c/:comment/removal': ['take-back-own or remove-comments', { author: 303, ...moderators(303), else: 403 }],
  'GET /c/:comment/restoration': ['restore-comments', { stranger: 303, ...moderators(409), else: 403 }],
  'POST /c/:comment/restoration': ['restore-comments', { ...moderators(409), else: 403 }],
  'GET /c/:comment/translation': ['visitor', 200],
  'POST /c/:comment/translation': ['visitor', 404],
  'GET /a/:article/translations': ['visitor', 200],
  'POST /a/:article/translations': ['visitor', 404],
  'GET /c/:comment/reactions': ['react-to-others', { stranger: 303, author: 403, else: 200 }],
  'POST /c/:comment/reactions': ['react-to-others', { stranger: 403, author: 403, else: 303 }],
  'GET /c/:comment/quotations': ['visitor', 200],
  'GET /c/:comment/report': ['reader', { stranger: 303, author: 403, else: 200 }],
  'POST /c/:comment/report': ['report-others', { stranger: 403, author: 403, else: 303 }],
  'GET /c/:comment/history': ['visitor', 200],
  'GET /a/:article/map': ['visitor', 200],
  'GET /a/:article/map/personal': ['visitor', 200],
  'POST /a/:article/comments': ['reader', { stranger: 403, else: 303 }],
  'GET /a/:article/follow': ['reader', { stranger: 303, else: 200 }],
  'POST /a/:article/follow': ['reader', { stranger: 403, else: 303 }],
  'GET /me/look.css': ['visitor', 200],
  'GET /:language/account/reading': ['visitor', 200],
  'POST /:language/account/reading': ['visitor', 303],
  'GET /a/:article/editions': ['visitor', 200],
  'POST /a/:article/editions': ['visitor', 422],
  'GET /a/:article/saved': ['reader', { stranger: 303, else: 200 }],
  'POST /a/:article/saved': ['reader', { stranger: 403, else: 303 }],
  'GET /c/:comment/saved': ['reader', { stranger: 303, else: 200 }],
  'POST /c/:comment/saved': ['reader', { stranger: 403, else: 303 }],
  'GET /:language/account/saved': ['reader', { stranger: 303, else: 200 }],
  'GET /c/:comment/follow': ['reader', { stranger: 303, else: 200 }],
  'POST /c/:comment/follow': ['reader', { stranger: 403, else: 303 }],
  'GET /follows': ['reader', { stranger: 303, else: 200 }],
  'GET /notices': ['reader', { stranger: 303, else: 200 }],
  'POST /notices/reading': ['reader', { stranger: 403, else: 303 }],
  'GET /unsubscribe/:token': ['whoever holds the link', 404],
  'POST /unsubscribe/:token': ['whoever holds the link', 404],
  'GET /muted': ['reader', { stranger: 303, else: 200 }],
  'GET /desk': ['see-desk', { stranger: 303, reader: 403, author: 403, else: 200 }],
  'GET /desk/rights': ['see-desk', { stranger: 303, reader: 403, author: 403, else: 200 }],
  'GET /desk/glossary': ['keep-glossary', { stranger: 303, translator: 200, ...editors(200), else: 403 }],
  'POST /desk/glossary': ['keep-glossary', { translator: 422, ...editors(422), else: 403 }],
  'GET /desk/glossary/file': ['settle-glossary', { stranger: 303, ...editors(200), else: 403 }],
  'POST /desk/glossary/file': ['settle-glossary', { ...editors(422), else: 403 }],
  'GET /desk/glossary/csv': ['keep-glossary', { stranger: 303, translator: 200, ...editors(200), else: 403 }],
  'GET /desk/glossary/tbx': ['keep-glossary', { stranger: 303, translator: 200, ...editors(200), else: 403 }],
  'GET /desk/glossary/:entry': ['keep-glossary', { stranger: 303, translator: 404, ...editors(404), else: 403 }],
  'POST /desk/glossary/:entry': ['settle-glossary', { ...editors(404), else: 403 }],
  'POST /desk/glossary/:entry/forms': ['keep-glossary', { translator: 404, ...editors(404), else: 403 }],
  'POST /desk/glossary/:entry/removal': ['settle-glossary', { ...editors(404), else: 403 }],
  'GET /desk/editions/:edition/names': [
    'keep-glossary',
    { stranger: 303, translator: 200, ...editors(200), else: 403 },
  ],
  'POST /desk/editions/:edition/names': ['keep-glossary', { translator: 422, ...editors(422), else: 403 }],
  'GET /claims/:claim/proposal': ['reader', { stranger: 303, else: 404 }],
  'POST /claims/:claim/proposal': ['reader', { stranger: 403, else: 404 }],
  'GET /:language/:slug/sources': ['visitor', 404],
  'GET /desk/editions/:edition/sources': ['write-articles', { stranger: 303, ...editors(200), else: 403 }],
  'POST /desk/editions/:edition/sources': ['write-articles', { ...editors(422), else: 403 }],
  'POST /desk/editions/:edition/sources/dropping': ['write-articles', { ...editors(303), else: 403 }],
  'GET /desk/claims/:claim': ['write-articles', { stranger: 303, ...editors(404), else: 403 }],
  'POST /desk/claims/:claim': ['write-articles', { ...editors(404), else: 403 }],
  'POST /desk/claims/:claim/hops': ['write-articles', { ...editors(404), else: 403 }],
  'POST /desk/claims/:claim/hops/:hop': ['write-articles', { ...editors(404), else: 403 }],
  'POST /desk/claims/:claim/relations': ['write-articles', { ...editors(404), else: 403 }],
  'GET /desk/quotes/:quote': ['write-articles', { stranger: 303, ...editors(404), else: 403 }],
  'POST /desk/quotes/:quote': ['write-articles', { ...editors(404), else: 403 }],
  'GET /desk/proposals': ['write-articles', { stranger: 303, ...editors(200), else: 403 }],
  'POST /desk/proposals/:proposal/refusal': ['write-articles', { ...editors(404), else: 403 }],
  'GET /desk/articles': ['write-articles', { stranger: 303, ...editors(200), else: 403 }],
  'POST /desk/articles': ['write-articles', { ...editors(422), else: 403 }],
  'GET /desk/articles/deleted': ['publish-editions', { stranger: 303, ...editors(200), else: 403 }],
  'GET /desk/articles/:article/deletion': ['publish-editions', { stranger: 303, ...editors(200), else: 403 }],
  'POST /desk/articles/:article/deletion': ['publish-editions', { ...editors(303), else: 403 }],
  'POST /desk/articles/:article/restoration': ['publish-editions', { ...editors(303), else: 403 }],
  'GET /desk/figures': ['write-articles', { stranger: 303, ...editors(200), else: 403 }],
  'GET /desk/editions/:edition/figures': ['write-articles', { stranger: 303, ...editors(200), else: 403 }],
  'GET /desk/editions/:edition/notes': ['write-articles', { stranger: 303, ...editors(200), else: 403 }],
  'POST /desk/editions/:edition/notes': ['write-articles', { ...editors(422), else: 403 }],
  'POST /desk/notes/:note/end': ['write-articles', { ...editors(422), else: 403 }],
  'GET /desk/editions/:edition/links': ['publish-editions', { stranger: 303, ...editors(200), else: 403 }],
  'POST /desk/editions/:edition/links': ['publish-editions', { ...editors(422), else: 403 }],
  'POST /desk/links/:link/withdrawal': ['publish-editions', { ...editors(404), else: 403 }],
  'GET /draft/:token': ['whoever holds the link', 410],
  'GET /desk/outlets': ['write-articles', { stranger: 303, ...editors(200), else: 403 }],
  'GET /desk/outlets/new': ['write-articles', { stranger: 303, ...editors(200), else: 403 }],
  'GET /desk/parties': ['write-articles', { stranger: 303, ...editors(200), else: 403 }],
  'GET /desk/parties/new': ['write-articles', { stranger: 303, ...editors(200), else: 403 }],
  'GET /desk/documents': ['write-articles', { stranger: 303, ...editors(200), else: 403 }],
  'GET /desk/documents/new': ['write-articles', { stranger: 303, ...editors(200), else: 403 }],
  'GET /desk/outlets/:cited': ['write-articles', { stranger: 303, ...editors(404), else: 403 }],
  'POST /desk/outlets/:cited': ['write-articles', { ...editors(404), else: 403 }],
  'GET /desk/parties/:cited': ['write-articles', { stranger: 303, ...editors(404), else: 403 }],
  'POST /desk/parties/:cited': ['write-articles', { ...editors(404), else: 403 }],
  'GET /desk/documents/:document': ['write-articles', { stranger: 303, ...editors(404), else: 403 }],
  'POST /desk/documents/:document': ['write-articles', { ...editors(404), else: 403 }],
  'POST /desk/outlets': ['write-articles', { ...editors(422), else: 403 }],
  'POST /desk/parties': ['write-articles', { ...editors(422), else: 403 }],
  'POST /desk/documents': ['write-articles', { ...editors(422), else: 403 }],
  'POST /desk/documents/reading': ['write-articles', { ...editors(422), else: 403 }],
  'POST /desk/outlets/:cited/merge': ['write-articles', { ...editors(404), else: 403 }],
  'POST /desk/parties/:cited/merge': ['write-articles', { ...editors(404), else: 403 }],
  'POST /desk/merges/:merge/undoing': ['write-articles', { ...editors(404), else: 403 }],
  'POST /desk/documents/:document/opening': ['write-articles', { ...editors(404), else: 403 }],
  'POST /desk/documents/:document/copies': ['write-articles', { ...editors(404), else: 403 }],
  'GET /desk/articles/:article/corrections': ['publish-editions', { stranger: 303, ...editors(200), else: 403 }],
  'POST /desk/articles/:article/corrections': ['publish-editions', { ...editors(422), else: 403 }],
  'GET /:language/corrections': ['visitor', 200],
  'GET /:language/corrections/feed.atom': ['visitor', 200],
  'GET /:language/:slug/changes': ['visitor', 200],
  'GET /:language/:slug/ninjs.json': ['visitor', 200],
  'GET /:language/outlets/:outlet': ['visitor', 404],
  'GET /:language/parties/:party': ['visitor', 404],
  'GET /desk/articles/new': ['write-articles', { stranger: 303, ...editors(200), else: 403 }],
  'POST /desk/articles/:article/editions': ['write-articles', { ...editors(422), else: 403 }],
  'GET /desk/editions/:edition': ['write-articles', { stranger: 303, ...editors(200), else: 403 }],
  'POST /desk/editions/:edition': ['write-articles', { ...editors(303), else: 403 }],
  'GET /desk/editions/:edition/preview': ['write-articles', { stranger: 303, ...editors(200), else: 403 }],
  'GET /desk/editions/:edition/revisions': ['write-articles', { stranger: 303, ...editors(200), else: 403 }],
  'GET /desk/editions/:edition/revisions/:revision': ['write-articles', { stranger: 303, ...editors(200), else: 403 }],
  'POST /desk/editions/:edition/revisions/:revision/restoration': ['write-articles', { ...editors(303), else: 403 }],
  'POST /desk/editions/:edition/preview': ['write-articles', { ...editors(200), else: 403 }],
  'POST /desk/editions/:edition/working-copy': ['write-articles', { ...editors(200), else: 403 }],
  'POST /desk/editions/:edition/take-over': ['write-articles', { ...editors(303), else: 403 }],
  'POST /desk/editions/:edition/particulars': ['write-articles', { ...editors(422), else: 403 }],
  'GET /desk/editions/:edition/sharing': ['write-articles', { stranger: 303, ...editors(200), else: 403 }],
  'POST /desk/editions/:edition/sharing': ['write-articles', { ...editors(303), else: 403 }],
  'POST /desk/editions/:edition/review': ['write-articles', { ...editors(409), else: 403 }],
  'POST /desk/editions/:edition/publication': ['publish-editions', { ...editors(303), else: 403 }],
  'POST /desk/editions/:edition/schedule': ['publish-editions', { ...editors(422), else: 403 }],
  'POST /desk/editions/:edition/take-off': ['publish-editions', { ...editors(303), else: 403 }],
  'POST /desk/editions/:edition/embargo': ['publish-editions', { ...editors(303), else: 403 }],
  'POST /desk/editions/:edition/withdrawal': ['publish-editions', { ...editors(303), else: 403 }],
  'POST /desk/editions/:edition/retraction': ['publish-editions', { ...editors(422), else: 403 }],
  'GET /desk/translation': ['translate-editions', { stranger: 303, ...translators(200), else: 403 }],
  'POST /desk/articles/:article/translations': ['translate-editions', { ...translators(422), else: 403 }],
  'GET /desk/editions/:edition/translation': ['translate-editions', { stranger: 303, ...translators(200), else: 403 }],
  'POST /desk/editions/:edition/translation': ['translate-editions', { ...translators(303), else: 403 }],
  'POST /desk/editions/:edition/translation/paragraphs': ['translate-editions', { ...translators(409), else: 403 }],
  'GET /desk/editions/:edition/translation/paragraphs/:wording': [
    'translate-editions',
    { stranger: 303, ...translators(410), else: 403 },
  ],
  'POST /desk/editions/:edition/translation/paragraphs/:wording/questions': [
    'translate-editions',
    { ...translators(410), else: 403 },
  ],
  'POST /desk/editions/:edition/translation/check': ['translate-editions', { ...translators(409), else: 403 }],
  'POST /desk/editions/:edition/translation/drafts': ['translate-editions', { ...translators(409), else: 403 }],
  'POST /desk/editions/:edition/translation/reviews': ['translate-editions', { ...translators(409), else: 403 }],
  'POST /desk/editions/:edition/translation/revisions': ['translate-editions', { ...translators(409), else: 403 }],
  'POST /desk/editions/:edition/translation/overrides': ['override-gate', { ...editors(409), else: 403 }],
  'POST /desk/editions/:edition/translation/take-over': ['translate-editions', { ...translators(303), else: 403 }],
  'GET /desk/editions/:edition/translation/xliff': [
    'translate-editions',
    { stranger: 303, ...translators(409), else: 403 },
  ],
  'POST /desk/editions/:edition/translation/xliff': ['translate-editions', { ...translators(422), else: 403 }],
  'GET /questions': ['reader', { stranger: 303, else: 200 }],
  'POST /questions/:question/answer': ['reader', { stranger: 403, else: 422 }],
  'GET /desk/audit': ['read-audit', { stranger: 303, admin: 200, else: 403 }],
  'GET /desk/publication': ['shape-publication', { stranger: 303, admin: 200, else: 403 }],
  'POST /desk/publication/changes/:change/undoing': ['shape-publication', { admin: 404, else: 403 }],
  'GET /desk/publication/names': ['shape-publication', { stranger: 303, admin: 200, else: 403 }],
  'POST /desk/publication/names': ['shape-publication', { admin: 422, else: 403 }],
  'GET /desk/publication/sections': ['shape-publication', { stranger: 303, admin: 200, else: 403 }],
  'POST /desk/publication/sections': ['shape-publication', { admin: 409, else: 403 }],
  'GET /desk/publication/tags': ['shape-publication', { stranger: 303, admin: 200, else: 403 }],
  'POST /desk/publication/tags': ['shape-publication', { admin: 303, else: 403 }],
  'GET /desk/publication/rules': ['shape-publication', { stranger: 303, admin: 200, else: 403 }],
  'POST /desk/publication/rules': ['shape-publication', { admin: 303, else: 403 }],
  'GET /desk/publication/look': ['shape-publication', { stranger: 303, admin: 200, else: 403 }],
  'POST /desk/publication/look': ['shape-publication', { admin: 303, else: 403 }],
  'GET /desk/publication/pages': ['shape-publication', { stranger: 303, admin: 200, else: 403 }],
  'GET /desk/publication/pages/:page': ['shape-publication', { stranger: 303, admin: 200, else: 403 }],
  'POST /desk/publication/pages/:page': ['shape-publication', { admin: 422, else: 403 }],
  'GET /:language/feed.rss': ['visitor', 200],
  'GET /:language/feed.json': ['visitor', 200],
  'GET /robots.txt': ['visitor', 200],
  'GET /sitemap.xml': ['visitor', 200],
  'GET /news-sitemap.xml': ['visitor', 200],
  'GET /:language/section/:section/feed.rss': ['visitor', 404],
  'GET /:language/section/:section/feed.json': ['visitor', 404],
  'GET /sitemap/:part': ['visitor', 404],
  'GET /:language/tag/:tag': ['visitor', 404],
  'GET /:language/tag/:tag/feed.atom': ['visitor', 404],
  'GET /:language/tag/:tag/feed.rss': ['visitor', 404],
  'GET /:language/tag/:tag/feed.json': ['visitor', 404],
  'GET /:language/person/:person': ['visitor', 404],
  'GET /:language/person/:person/feed.atom': ['visitor', 404],
  'GET /:language/person/:person/feed.rss': ['visitor', 404],
  'GET /:language/person/:person/feed.json': ['visitor', 404],
  'GET /desk/publication/front': ['shape-publication', { stranger: 303, admin: 200, else: 403 }],
  'POST /desk/publication/front': ['shape-publication', { admin: 303, else: 403 }],
  'GET /colours/:file': ['visitor', 404],
  'GET /:language/about/:page': ['visitor', 404],
  'GET /desk/articles/:article/pictures': ['keep-pictures', { stranger: 303, editor: 200, admin: 200, else: 403 }],
  'POST /desk/articles/:article/pictures': ['keep-pictures', { editor: 303, admin: 303, else: 403 }],
  'GET /desk/pictures': ['keep-pictures', { stranger: 303, editor: 200, admin: 200, else: 403 }],
  'POST /desk/pictures': ['keep-pictures', { editor: 422, admin: 422, else: 403 }],
  'GET /desk/pictures/:picture': ['keep-pictures', { stranger: 303, editor: 404, admin: 404, else: 403 }],
  'POST /desk/pictures/:picture': ['keep-pictures', { editor: 404, admin: 404, else: 403 }],
  'POST /desk/pictures/:picture/removal': ['keep-pictures', { editor: 404, admin: 404, else: 403 }],
  'GET /desk/people': ['see-people', { stranger: 303, admin: 200, else: 403 }],
  'GET /desk/people/:person': ['see-people', { stranger: 303, admin: 200, else: 403 }],
  'POST /desk/people/:person/roles': ['give-roles', { stranger: 403, admin: 422, else: 403 }],
  'GET /desk/people/:person/claim': ['hand-over', { stranger: 303, admin: 409, else: 403 }],
  'POST /desk/people/:person/claim': ['hand-over', { admin: 409, else: 403 }],
  'POST /desk/people/:person/claim/refusal': ['hand-over', { admin: 422, else: 403 }],
  'POST /desk/people/:person/second-factor-removal': ['take-second-factor', { admin: 303, else: 403 }],
  'GET /desk/classifier': ['see-classifier', { stranger: 303, ...allModerators(200), else: 403 }],
  'POST /desk/classifier': ['set-classifier', { moderator: 303, admin: 303, else: 403 }],
  'POST /desk/classifier/trial': ['see-classifier', { ...allModerators(200), else: 403 }],
  'GET /desk/admission': ['set-admission', { stranger: 303, admin: 200, else: 403 }],
  'POST /desk/admission': ['set-admission', { admin: 303, else: 403 }],
  'GET /desk/reasons': ['set-admission', { stranger: 303, admin: 200, else: 403 }],
  'POST /desk/reasons': ['set-admission', { admin: 422, else: 403 }],
  'POST /desk/reasons/:reason/end': ['set-admission', { admin: 404, else: 403 }],
  'GET /desk/restraints': ['restrain', { stranger: 303, ...allModerators(200), else: 403 }],
  'POST /desk/restraints': ['restrain', { ...moderators(422), else: 403 }],
  'POST /desk/restraints/:restraint/end': ['restrain', { ...allModerators(404), else: 403 }],
  'GET /desk/moderation': ['handle-cases', { stranger: 303, ...allModerators(200), else: 403 }],
  'GET /desk/cases': ['handle-cases', { stranger: 303, ...allModerators(200), else: 403 }],
  'GET /desk/cases/:case': ['handle-cases', { stranger: 303, ...moderators(200), else: 403 }],
  'POST /c/:comment/case': ['handle-cases', { ...moderators(303), else: 403 }],
  'POST /desk/cases/:case/claim': ['handle-cases', { ...moderators(303), else: 403 }],
  'POST /desk/cases/:case/notes': ['handle-cases', { ...moderators(303), else: 403 }],
  'POST /desk/cases/:case/decisions': ['handle-cases', { ...moderators(422), else: 403 }],
  'GET /desk/moderation/people/:person': ['handle-cases', { stranger: 303, ...allModerators(200), else: 403 }],
  'POST /desk/moderation/people/:person/decisions': ['sanction-people', { ...allModerators(422), else: 403 }],
  'GET /desk/bulk': ['handle-cases', { stranger: 303, ...allModerators(200), else: 403 }],
  'POST /desk/bulk': ['handle-cases', { ...allModerators(422), else: 403 }],
  'GET /desk/decisions/:decision': ['handle-cases', { stranger: 303, ...moderators(200), else: 403 }],
  'POST /desk/decisions/:decision/undoing': ['handle-cases', { ...moderators(303), else: 403 }],
  'GET /desk/proposals/:proposal': ['handle-cases', { stranger: 303, ...allModerators(404), else: 403 }],
  'POST /desk/proposals/:proposal/assent': ['handle-cases', { ...allModerators(404), else: 403 }],
  'POST /desk/proposals/:proposal/end': ['handle-cases', { ...allModerators(404), else: 403 }],
  'GET /desk/phrases': ['see-phrases', { stranger: 303, ...allModerators(200), else: 403 }],
  'POST /desk/phrases': ['keep-phrases', { moderator: 303, admin: 303, else: 403 }],
  'GET /desk/phrases/list': ['see-phrases', { stranger: 303, ...allModerators(200), else: 403 }],
  'POST /desk/phrases/trial': ['see-phrases', { ...allModerators(200), else: 403 }],
  'POST /desk/phrases/:phrase/removal': ['keep-phrases', { moderator: 404, admin: 404, else: 403 }],
  'GET /desk/invitations': ['give-roles', { stranger: 303, admin: 200, else: 403 }],
  'POST /desk/invitations': ['give-roles', { admin: 422, else: 403 }],
  'POST /desk/invitations/:invitation/withdrawal': ['give-roles', { admin: 303, else: 403 }],
  'GET /invitation': ['whoever holds the link', 410],
  'POST /invitation': ['reader', { stranger: 403, else: 410 }],
  'POST /people/:person/claim': ['reader', { stranger: 403, else: 409 }],
  'POST /people/:person/mute': ['reader', { stranger: 403, author: 422, else: 303 }],
  'GET /people': ['reader', { stranger: 303, else: 200 }],
  'GET /people/:person': ['visitor', 200],
  'GET /people/:person/feed.atom': ['visitor', 200],
  'GET /:language/': ['visitor', 200],
  'GET /:language/feed.atom': ['visitor', 200],
  'GET /:language/manifest.webmanifest': ['visitor', 200],
  'GET /:language/rules': ['visitor', 200],
  'GET /:language/account/statements': ['reader', { stranger: 303, else: 200 }],
  'GET /:language/account/statements/:statement': ['reader', { stranger: 303, else: 404 }],
  'POST /:language/account/statements/:statement/appeal': ['reader', { stranger: 403, else: 404 }],
  'GET /desk/notices': ['answer-notices', { stranger: 303, ...allModerators(200), else: 403 }],
  'POST /desk/notices/:report': ['answer-notices', { ...allModerators(422), else: 403 }],
  'GET /desk/appeals': ['decide-appeals', { stranger: 303, ...allModerators(200), else: 403 }],
  'GET /desk/appeals/:appeal': ['decide-appeals', { stranger: 303, ...allModerators(404), else: 403 }],
  'POST /desk/appeals/:appeal': ['decide-appeals', { ...allModerators(404), else: 403 }],
  'GET /:language/rules/transparency': ['visitor', 200],
  'GET /:language/rules/transparency/:year': ['visitor', 404],
  'GET /:language/rules/log': ['visitor', 200],
  'GET /:language/rules/log/feed.atom': ['visitor', 200],
  'GET /:language/rules/log/entries.json': ['visitor', 200],
  'GET /:language/rules/illegal-content': ['visitor', 200],
  'POST /:language/rules/illegal-content': ['visitor', 422],
  'GET /:language/rules/illegal-content/:token': ['whoever holds the link', 404],
  'GET /:language/search': ['visitor', 200],
  'GET /:language/sign-in': ['visitor', { stranger: 200, else: 303 }],
  'POST /:language/sign-in': ['visitor', 422],
  'POST /:language/sign-in/letter': ['visitor', 422],
  'GET /:language/sign-in/sent': ['visitor', 200],
  'POST /:language/sign-in/code': ['visitor', 410],
  'GET /:language/sign-in/link': ['whoever holds the link', 410],
  'POST /:language/sign-in/link': ['whoever holds the link', 410],
  'GET /:language/sign-in/with/:provider': ['visitor', 404],
  'GET /sign-in/with/:provider/back': ['visitor', 404],
  'POST /:language/sign-in/passkey/options': ['visitor', 200],
  'POST /:language/sign-in/passkey': ['visitor', 410],
  'GET /:language/sign-in/second': ['visitor', 303],
  'POST /:language/sign-in/second': ['visitor', 410],
  'GET /:language/sign-in/second/lost': ['visitor', 410],
  'POST /:language/sign-in/second/lost': ['visitor', 410],
  'GET /:language/sign-in/second/stop': ['whoever holds the link', 410],
  'POST /:language/sign-in/second/stop': ['whoever holds the link', 410],
  'GET /:language/sign-up': ['visitor', 200],
  'POST /:language/sign-up': ['visitor', 422],
  'POST /demo/clearing': ['take-demo-away', { admin: 303, else: 403 }],
  'GET /:language/account': ['account', { stranger: 303, else: 200 }],
  'GET /:language/account/data': ['reader', { stranger: 303, else: 200 }],
  'GET /:language/account/erasure': ['reader', { stranger: 303, else: 200 }],
  'POST /:language/account/erasure': ['reader', { stranger: 403, else: 422 }],
  'GET /:language/account/joining': ['reader', { stranger: 303, else: 200 }],
  'POST /:language/account/joining': ['reader', { stranger: 403, else: 303 }],
  'POST /:language/account/name': ['account', { stranger: 403, else: 422 }],
  'POST /:language/account/picture': ['reader', { stranger: 403, else: 422 }],
  'POST /:language/account/renaming': ['reader', { stranger: 403, else: 422 }],
  'POST /:language/account/profile': ['reader', { stranger: 403, else: 303 }],
  'POST /:language/account/notices': ['reader', { stranger: 403, else: 303 }],
  'GET /:language/account/security': ['reader', { stranger: 303, else: 200 }],
  'POST /:language/account/password': ['reader', { stranger: 403, else: 422 }],
  'POST /:language/account/password/advice': ['reader', { stranger: 403, else: 200 }],
  'POST /:language/account/mail': ['reader', { stranger: 403, else: 422 }],
  'GET /:language/account/mail/proof': ['reader', { stranger: 303, else: 410 }],
  'POST /:language/account/mail/proof': ['reader', { stranger: 403, else: 410 }],
  'GET /:language/account/mail/undo': ['whoever holds the link', 410],
  'POST /:language/account/mail/undo': ['whoever holds the link', 410],
  'GET /:language/account/second-factor': ['reader', { stranger: 303, else: 200 }],
  'POST /:language/account/second-factor': ['reader', { stranger: 403, else: 409 }],
  'POST /:language/account/second-factor/removal': ['reader', { stranger: 403, else: 410 }],
  'POST /:language/account/second-factor/keeping': ['reader', { stranger: 403, else: 303 }],
  'POST /:language/account/recovery-codes': ['reader', { stranger: 403, else: 410 }],
  'POST /:language/account/passkeys/options': ['reader', { stranger: 403, else: 200 }],
  'POST /:language/account/passkeys': ['reader', { stranger: 403, else: 410 }],
  'POST /:language/account/passkeys/removal': ['reader', { stranger: 403, else: 422 }],
  'POST /:language/account/provider-removal': ['reader', { stranger: 403, else: 303 }],
  'POST /:language/account/session-ending': ['reader', { stranger: 403, else: 303 }],
  'GET /:language/section/:section': ['visitor', 404],
  'GET /:language/section/:section/feed.atom': ['visitor', 404],
  'GET /:language/:slug': ['visitor', 200],
  'GET /:language/:slug/feed.atom': ['visitor', 200],
  'GET /:language/:slug/comment': ['reader', { stranger: 303, else: 200 }],
}

const AT_ONCE = 40
const LONGEST_MS = 2_000

/** One of those who ask at once: for whom they are taken, and by what. */
interface Sender {
  taken: Asker
  named: string
  headers: Record<string, string>
  query?: string
}

interface Answered extends Sent {
  by: Sender
}

type Routed = (typeof ROUTES)[number]

/** So many routes a test, that none takes too long where the machine has much else to do. */
const PARTS = 8
const PART = Math.ceil(SIGNING_OUT_LAST.length / PARTS)

for (const { name, open } of DATABASES) {
  describe(`on ${name}, every route answers every role and every kind of credential, ${AT_ONCE} at once, as the reviewed table says`, () => {
    let matrix: Awaited<ReturnType<typeof openMatrix>>
    before(async () => {
      matrix = await openMatrix(open)
    })
    after(() => matrix[Symbol.asyncDispose]())

    for (let from = 0; from < SIGNING_OUT_LAST.length; from += PART) {
      const some = SIGNING_OUT_LAST.slice(from, from + PART)
      const [first, last] = [some[0]!, some.at(-1)!].map(({ method, path }) => `${method} ${path}`)
      test(`from ${first} to ${last}`, async () => {
        const wrong: string[] = []
        for (const route of some) wrong.push(...(await matrix.wrongOf(route)))
        assert.deepEqual([...new Set(wrong)], [])
      })
    }
  })
}

test('every line of the reviewed table is of a route that there is', () => {
  assert.deepEqual(
    Object.keys(EXPECTED).filter((line) => !ROUTES.some((r) => `${r.method} ${r.path}` === line)),
    [],
  )
})

/** A site with people in every role, and what its routes answer them. */
async function openMatrix(open: (typeof DATABASES)[number]['open']) {
  const ending = new AsyncDisposableStack()
  const database = await open()
  ending.defer(() => database.close())
  const site = ending.use(await openSite(database.url, { proxies: ['127.0.0.1'] }))
  await withoutPace(site)
  const articleId = await publish(site, {
    slug: 'ferry',
    title: 'The ferry',
    words: 'It leaves at nine.',
    section: 'ports',
  })
  const people = await everyRole(site)
  assert.ok(await knows(site, { cookie: people.admin.cookies }), 'a session is known by its cookie')
  const kinds = Object.entries(noCredentials(people.admin, people.ended))
  for (const [kind, { headers, query }] of kinds) assert.equal(await knows(site, headers, query), false, kind)
  const staying = await say(site, people.author.person, articleId, 'A comment that stays')
  let real = await realSenders()

  function realSenders(): Promise<Sender[]> {
    return Promise.all(
      ASKERS.map(async (taken) => {
        const headers: Sender['headers'] = taken === 'stranger' ? {} : { cookie: await cookiesOf(site, people[taken]) }
        return { taken, named: `as ${taken}`, headers }
      }),
    )
  }

  /** Those who ask at once: everybody several times, and each kind of feigned credential once. */
  async function sendersOf({ path }: Routed): Promise<Sender[]> {
    if (path.startsWith('/sign-out')) real = await realSenders()
    const feigned = kinds.map(([kind, how]) => ({ taken: 'stranger' as const, named: `with ${kind}`, ...how }))
    return [...Array.from({ length: AT_ONCE - feigned.length }, (_, n) => real[n % real.length]!), ...feigned]
  }

  /** A request of somebody, with a comment of its own to act upon where it acts upon one. */
  async function requestBy(by: Sender, { method, path }: Routed) {
    const isActedUpon = /:comment|:case|:decision/.test(path)
    const { id } = isActedUpon ? await say(site, people.author.person, articleId, 'A comment to act upon') : staying
    const casework = await caseworkOn(site, path, id)
    const upon = { comment: id, article: articleId, person: people.author.person.id, ...casework }
    const own = { origin: site.url, 'sec-fetch-site': 'same-origin', 'x-forwarded-for': elsewhere() }
    const address = site.url + addressOf(path, upon) + (by.query ?? '')
    const body = method === 'POST' ? new URLSearchParams(leastFields(upon)) : null
    return async (): Promise<Answered> => {
      const begun = performance.now()
      const answer = await fetch(address, { method, headers: { ...own, ...by.headers }, body, redirect: 'manual' })
      const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream')
      const text = isStream ? '' : await answer.text()
      if (isStream) await answer.body?.cancel()
      return { by, status: answer.status, location: null, text, tookMs: performance.now() - begun }
    }
  }

  return {
    /** What is otherwise than the table says. */
    async wrongOf(route: Routed): Promise<string[]> {
      const line = `${route.method} ${route.path}`
      const expected = EXPECTED[line]
      assert.ok(expected !== undefined, `${line} is not in the reviewed table`)
      const [declared, statuses] = expected
      const forWho = (who: Asker) => (typeof statuses === 'number' ? statuses : (statuses[who] ?? statuses.else))
      const wrong = nameOfWho(route.who) === declared ? [] : [`is for ${nameOfWho(route.who)}, not ${declared}`]
      for (const who of ASKERS)
        if (!isLetTry(route.who, who === 'stranger' ? undefined : people[who].person) && !isRefusal(forWho(who)))
          wrong.push(`as ${who}: the table says ${forWho(who)}, and the right lets them not even try`)
      const answers = await quickly(route, {
        longestMs: LONGEST_MS,
        async all() {
          const senders = await sendersOf(route)
          const requests = await Promise.all(senders.map((by) => requestBy(by, route)))
          return Promise.all(requests.map((send) => send()))
        },
        async alone() {
          return (await requestBy((await sendersOf(route))[ASKERS.length - 1]!, route))()
        },
      })
      for (const { by, status } of answers)
        if (status !== forWho(by.taken)) wrong.push(`${by.named}: ${status}, not ${forWho(by.taken)}`)
      return wrong.map((what) => `${line} ${what}`)
    },
    [Symbol.asyncDispose]: () => ending.disposeAsync(),
  }
}

/** Whether these headers are taken for somebody's. */
async function knows(site: Site, headers: Record<string, string>, query = ''): Promise<boolean> {
  const answer = await fetch(`${site.url}/me${query}`, { headers })
  return 'name' in (await answer.json())
}

async function everyRole(site: Site) {
  const here = { sections: ['ports'] }
  const people = {
    reader: await visitor(site, 'Reader'),
    author: await visitor(site, 'Author'),
    moderator: await visitor(site, 'Moderator', 'moderator'),
    'moderator of this section': await visitor(site, 'Of ports', 'moderator', here),
    'moderator of another section': await visitor(site, 'Of roads', 'moderator', { sections: ['roads'] }),
    'moderator of this language': await visitor(site, 'Of Russian', 'moderator', { ...here, languages: ['de', 'ru'] }),
    'moderator of another language': await visitor(site, 'Of German', 'moderator', { ...here, languages: ['de'] }),
    translator: await visitor(site, 'Translator', 'translator', { languages: ['ru'] }),
    editor: await visitor(site, 'Editor', 'editor'),
    admin: await visitor(site, 'Admin', 'admin'),
    ended: await visitor(site, 'Ended', 'admin'),
  }
  await site.parley.people.accounts.leaveEverywhere(people.ended.cookies)
  return people
}

/** Whether a route's declaration lets somebody come as far as to what is decided record by record. */
function isLetTry(who: Who, by: Member | undefined): boolean {
  if (who === 'visitor' || who === 'whoever holds the link') return true
  if (typeof who === 'string') return by !== undefined
  return by !== undefined && [who].flat().some((right) => right.maySome(by))
}

/** A page leads strangers to the door; all else is forbidden. */
function isRefusal(status: number): boolean {
  return status === 403 || status === 303
}

/** Signing out is among the routes: whoever did signs in again. */
async function cookiesOf(site: Site, { person, cookies }: Visitor): Promise<string> {
  const signedIn = await site.parley.people.accounts.signedIn(cookies)
  return signedIn ? cookies : await signInAgain(site, person.name)
}

let sendings = 0

/** So that nobody is told to wait for what others asked: each request comes from another network. */
function elsewhere(): string {
  const sending = ++sendings
  return `10.${sending >> 16}.${(sending >> 8) & 255}.${sending & 255}`
}

/** What looks like a credential and is none: each must be answered as a stranger is. */
function noCredentials(
  admin: Visitor,
  ended: Visitor,
): Record<string, { headers: Record<string, string>; query?: string }> {
  const token = admin.cookies.split('=').slice(1).join('=')
  return {
    'an ended session': { headers: { cookie: ended.cookies } },
    'a forged cookie': { headers: { cookie: `${admin.cookies.slice(0, -6)}AAAAA%3D` } },
    'an empty cookie': { headers: { cookie: 'parley=' } },
    'a bearer token': { headers: { authorization: `Bearer ${token}` } },
    'a token in the address': { headers: {}, query: `?parley=${token}&token=${token}` },
    'basic credentials': { headers: { authorization: `Basic ${btoa('admin:a password of the tests')}` } },
  }
}

test('every right of a route stands in a policy, with its sentence', () => {
  const known = POLICIES.flatMap(([, policy]) => policy)
  const asked = ROUTES.flatMap(({ who }) => (typeof who === 'string' ? [] : [who].flat()))
  assert.deepEqual(
    asked.filter((right) => !known.includes(right)).map(({ name }) => name),
    [],
  )
  const names = known.map(({ name }) => name)
  assert.equal(new Set(names).size, names.length)
  for (const name of names)
    for (const language of ['en', 'ru', 'de', 'ar'])
      assert.ok(sentencesIn(language)(`right.${name}`, { minutes: 15 }).length > 10, name)
})
