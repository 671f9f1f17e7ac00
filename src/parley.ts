import path from 'node:path'
import {
  articlesData,
  articlesEvents,
  articlesMigrations,
  bylineHolder,
  createDraftLinks,
  createReadCounter,
  type DraftLinks,
  keepShown,
  publicationOf,
  type ReadCounter,
} from './domain/articles/index.ts'
import { auditMigrations } from './domain/audit/index.ts'
import {
  commentHolder,
  discussionData,
  discussionEvents,
  discussionMigrations,
  languageTeller,
} from './domain/discussion/index.ts'
import { type MediaStore, mediaData, mediaMigrations, onDisk } from './domain/media/index.ts'
import {
  admissionEvents,
  admissionMigrations,
  appealEvents,
  appealMigrations,
  caseEvents,
  classifierEvents,
  classifierMigrations,
  createAdmission,
  createKeptClassifier,
  createKeptFigures,
  createKeptMatcher,
  createLogReader,
  decidedHolder,
  gathering,
  logKeyFrom,
  moderationData,
  moderationEvents,
  moderationMigrations,
  outsideJudges,
  phraseEvents,
  phraseMigrations,
  proposalMigrations,
  publicLogEvents,
  publicLogMigrations,
  reopening,
  reportEvents,
  reportMigrations,
  statementEvents,
  statementMigrations,
  statementsReader,
  type YearInFigures,
} from './domain/moderation/early.ts'
import type { Admission, ClassifierInUse, LogKey, Matcher, OutsideOptions } from './domain/moderation/index.ts'
import {
  type Accounts,
  accountData,
  createAccounts,
  createErasing,
  createFirstAdministrator,
  createLimits,
  createStrength,
  type DataKind,
  type Erase,
  type Erasing,
  type FirstAdministrator,
  type Holder,
  muteHolder,
  type Provider,
  peopleEvents,
  peopleMigrations,
  personData,
  profileHolder,
  reapplyErasures,
  type SendLink,
  type SignInContext,
  type TellOwner,
} from './domain/people/index.ts'
import {
  ABOUT_MAIL,
  accountLetter,
  CHANNELS,
  createKeptLetters,
  createMail,
  createPush,
  createUnsubscribing,
  type ErasureLetter,
  erasureLetter,
  type InvitationLetter,
  invitationLetter,
  type KeptLetters,
  type Mail,
  mailTrouble,
  type OpenChannel,
  type Push,
  reachData,
  reachMigrations,
  reachReaders,
  reachTriggers,
  signInLetter,
  type Unsubscribing,
} from './domain/reach/index.ts'
import { createSearch, type Search, searchData, searchMigrations, searchReaders } from './domain/search/index.ts'
import {
  anchoring,
  claimDataKinds as claimData,
  sourcesData,
  sourcesEvents,
  sourcesMigrations,
} from './domain/sources/early.ts'
import type { Archive, ArchiveOptions } from './domain/sources/index.ts'
import {
  type Comparison,
  clearingTranslations,
  lateComparison,
  translationData,
  translationEvents,
  translationMigrations,
} from './domain/translation/early.ts'
import type {
  CommentTranslator,
  EngineAccess,
  EngineInUse,
  EngineKind,
  EngineLimits,
} from './domain/translation/index.ts'
import { type Clock, MINUTE_MS, wallClock } from './kit/clock.ts'
import { type Complaints, createComplaints } from './kit/complaints.ts'
import { tooLittleSpace } from './kit/free-space.ts'
import { type Log, STDERR_LOG } from './kit/log.ts'
import type { Reach } from './kit/outbound.ts'
import { createProofOfWork, type ProofOfWork } from './kit/proof-of-work.ts'
import type { Watch } from './kit/watch.ts'
import {
  createTail,
  type Database,
  distance,
  type EventType,
  type JournalReader,
  type Migrations,
  migrate,
  type Reading,
  Replicas,
  readOn,
  refuseHalfMoved,
  Store,
  type Sweep,
  type Tail,
  type Terms,
  type Trigger,
} from './store/index.ts'

export { providersIn } from './domain/people/index.ts'

/** What the operator's settings say about the domain. */
export interface ParleyOptions {
  /** The publication's public address. */
  origin: string
  /** Signs sessions and links. */
  secret: string
  /** Still opens what it signed, for as long as the operator says. */
  formerSecret?: string | undefined
  /** In the data folder. */
  mediaFolder: string
  mailFolder: string
  /** Where pictures are kept; in that folder where nothing is said. */
  media?: MediaStore | undefined
  /** The file that lists who was erased; beside the pictures' folder where none is named. */
  erasureList?: string
  /** Done before a database of an earlier version is changed. */
  beforeUpgrade?: () => Promise<unknown>
  clock?: Clock
  /** Without one, mails stay in their folder. */
  smtp?: string | undefined
  mailFrom?: string | undefined
  /** Whose word is taken on where a request comes from. */
  proxies?: readonly string[]
  /** In which header these say from which country a request comes. */
  countryHeader?: string | undefined
  /** Standbys that follow the database. */
  replicas?: readonly string[]
  /** How far questions to foreign addresses may lead; to public ones where nothing is said. */
  reach?: Reach
  /** By whose accounts people can come in as well. */
  providers?: readonly Provider[]
  /** Whether staff need a second step at sign-in. */
  staffSecondFactor?: boolean
  /** Days for which it is kept from which network somebody signed in. */
  addressDays?: number
  /** Whether it is counted how often articles are read. */
  countsReads?: boolean
  /** Who outside is asked about comments. */
  outside?: OutsideOptions
  /** Who is asked for copies of sources. */
  archive?: ArchiveOptions | undefined
  /** Whether the addresses of sources are asked at night. */
  checksLinks?: boolean
  /** Which engine drafts translations, and what it may be sent and cost in a month; none where nothing is said. */
  engine?: (EngineAccess & EngineLimits & { kind: EngineKind }) | undefined
  /** Whether readers may have comments translated by it; they may where nothing is said. */
  translatesComments?: boolean
  /** Says a line to the operator. */
  tell?: (line: string) => void
  /** Where the operator reads what goes wrong; on standard error where nothing is said. */
  log?: Log
}

/** Accounts, and what is done with them and their persons. */
interface People {
  accounts: Accounts
  signInContext: SignInContext
  firstAdministrator: FirstAdministrator
  /** Who keeps rows of a person. */
  holders: readonly Holder[]
  /** The file in which an erasure is noted before it begins. */
  erasureList: string
}

/** What only pages ask for. */
interface ForTheWeb extends Required<Pick<ParleyOptions, 'origin' | 'proxies' | 'providers'>> {
  /** Undefined where no country is known. */
  countryHeader: string | undefined
  search: Search
  admission: Admission
  /** How far questions to foreign addresses may lead; to public ones where nothing is said. */
  reach: Reach | undefined
  /** Undefined where none is asked for copies. */
  archive: Archive | undefined
  /** Everything that is kept. */
  dataKinds: readonly DataKind[]
  push: Push
  unsubscribing: Unsubscribing
  draftLinks: DraftLinks
  /** Undefined where nothing is counted. */
  readCounter: ReadCounter | undefined
  proofOfWork: ProofOfWork
  /** Finds the phrases of the list in a text. */
  phrasesNow(): Promise<Matcher>
  /** What was brought up and decided in a year, counted once until that changes. */
  yearInFigures: YearInFigures
  /** Says how likely moderators would remove a comment, once it has learnt enough. */
  classifierNow(): Promise<ClassifierInUse | undefined>
  /** Finds what was altered between paragraphs of an edition and its original, and which names nobody has settled. */
  examine: Comparison['examine']
  /** Finds what was altered between other texts and their translations. */
  compareFacts: Comparison['compareFacts']
  /** What the glossary says of two languages. */
  namesBetween: Comparison['namesBetween']
  /** Finds the names of a text, those that nobody has settled among them. */
  findNames: Comparison['findNames']
  /** Finds the forms of a name in published editions. */
  findCarried: Comparison['findCarried']
  /** The engine that drafts translations, where there is one. */
  engine: EngineInUse | undefined
  /** Translates comments for their readers, where the publication has an engine and lets it. */
  commentTranslator: CommentTranslator | undefined
  /** Brings the letter with a link to a role. */
  postInvitation(letter: Omit<InvitationLetter, 'publication'>): Promise<void>
  /** Whether letters go out, or stay in their folder. */
  sendsMail: boolean
  /** Clears the demo and keeps its export beside the pictures' folder; answers with the file. */
  leaveDemo(): Promise<string | undefined>
}

/** What is done beside answering requests. */
interface ForTheJobs {
  /** What follows the journal. */
  readers: readonly JournalReader[]
  /** Signs how the moderation log ends. */
  logKey: LogKey
  /** By which the log may have been signed before the secret was changed. */
  formerLogKey: LogKey | undefined
  /** What forgets. */
  sweeps: readonly Sweep[]
  /** For how long, where the operator may say so. */
  terms: Terms
  /** What is looked at before it hurts. */
  watches: readonly Watch[]
  /** By which people are told. */
  channels: readonly OpenChannel[]
  /** Says by mail that somebody will be erased; answers whether that went out. */
  tellOfErasure(request: Pick<ErasureLetter, 'language' | 'name' | 'dueAt'> & { email: string }): Promise<boolean>
  /** Erases a person, with rests between its steps. */
  erasing: typeof erasing
  /** Sends a letter; answers what came of it. */
  deliver: Mail['deliver']
  /** What the web has counted; undefined where nothing is. */
  readCounter: ReadCounter | undefined
  /** Letters that were not sent. */
  keptLetters: KeptLetters
  /** How the addresses of sources are looked after. */
  links: { checks: boolean; reach: Reach | undefined; archive: Archive | undefined }
}

/** The domain on one database, its parts introduced to each other. */
export interface Parley {
  store: Store
  tail: Tail
  clock: Clock
  log: Log
  /** What is wrong at present, and told once. */
  complaints: Complaints
  media: MediaStore
  mediaFolder: string
  people: People
  web: ForTheWeb
  jobs: ForTheJobs
  /** Ends the tail and closes the database. */
  close(): Promise<void>
}

/** Everything that can happen, part by part. */
export const EVENTS: readonly EventType[] = [
  ...peopleEvents,
  ...articlesEvents,
  ...sourcesEvents,
  ...discussionEvents,
  ...moderationEvents,
  ...caseEvents,
  ...phraseEvents,
  ...classifierEvents,
  ...reportEvents,
  ...publicLogEvents,
  ...statementEvents,
  ...appealEvents,
  ...admissionEvents,
  ...translationEvents,
]

/** Every table there is, part by part. */
export const MIGRATIONS: readonly Migrations[] = [
  auditMigrations,
  peopleMigrations,
  mediaMigrations,
  articlesMigrations,
  sourcesMigrations,
  discussionMigrations,
  moderationMigrations,
  proposalMigrations,
  reportMigrations,
  publicLogMigrations,
  statementMigrations,
  appealMigrations,
  admissionMigrations,
  phraseMigrations,
  classifierMigrations,
  translationMigrations,
  searchMigrations,
  reachMigrations,
]

/** Everything that follows from the journal, part by part. */
export const READERS: readonly JournalReader[] = [languageTeller, ...searchReaders, statementsReader, ...reachReaders]

/** Everything that is done in the very transaction of an event, part by part. */
export const TRIGGERS: readonly Trigger[] = [
  keepShown,
  anchoring,
  ...reachTriggers,
  gathering,
  reopening,
  clearingTranslations,
]

/** Everything that is kept, part by part: every table of the database is named in it once. */
export const DATA_KINDS: readonly DataKind[] = [
  ...accountData,
  ...reachData,
  ...searchData,
  ...translationData,
  ...moderationData,
  ...discussionData,
  ...claimData,
  ...sourcesData,
  ...articlesData,
  ...mediaData,
  ...personData,
]

/** Where the operator says nothing. */
const ADDRESS_DAYS = 30

/** Everything that forgets what is past its term. */
export const SWEEPS: readonly Sweep[] = DATA_KINDS.flatMap(({ sweeps = [] }) => sweeps)

/** The parts that keep rows of a person, to whom a placeholder is claimed. */
export const HOLDERS: readonly Holder[] = [commentHolder, decidedHolder, bylineHolder, profileHolder, muteHolder]

/** Lets every reader catch up. */
async function follow(store: Store): Promise<void> {
  for (const reader of READERS) while (await readOn(store, reader));
}

/** Erases a person everywhere; for those who answer readers meanwhile, with rests between its steps. */
export function erasing(rest?: Erasing['rest']): Erase {
  return createErasing({ kinds: DATA_KINDS, follow, rest })
}

/** Brings a database up to this program, and has it forget again whom the list names. */
async function bringUp(database: Database, erasureList: string, beforeUpgrade: ParleyOptions['beforeUpgrade']) {
  await refuseHalfMoved(database)
  const { done, missing, newer } = await distance(database, ...MIGRATIONS)
  if (done.length > 0 && missing.length > 0 && newer.length === 0) await beforeUpgrade?.()
  await migrate(database, ...MIGRATIONS)
  await reapplyErasures(new Store(database, TRIGGERS), erasureList, erasing())
}

/** Brings the database up to this program and builds the domain on it. */
export async function buildParley(database: Database, options: ParleyOptions): Promise<Parley> {
  const { erasureList = path.join(path.dirname(options.mediaFolder), 'erasures.jsonl') } = options
  await bringUp(database, erasureList, options.beforeUpgrade)
  const replicas = new Replicas(options.replicas ?? [])
  const store = new Store(database, TRIGGERS, replicas)
  const tail = await createTail(store, EVENTS)
  const { origin, secret, formerSecret, mediaFolder, mailFolder: folder } = options
  const { clock = wallClock, smtp, mailFrom: from, proxies = [], tell = () => {} } = options
  const { log = STDERR_LOG, media = onDisk(mediaFolder) } = options
  const complaints = createComplaints(log)
  const { staffSecondFactor = false } = options
  const accounts = createAccounts({ database, secret, formerSecret, url: origin, clock, staffSecondFactor })
  const outlook = {
    secret,
    formerSecret,
    origin,
    smtp,
    mailFrom: from,
    mailFolder: folder,
    clock,
    reach: options.reach,
    tell,
    complaints,
  }
  const mail = createMail({ smtp, from, origin, folder, clock, tell, complaints })
  const strengthOf = createStrength()
  const logKey = logKeyFrom(secret)
  const formerLogKey = formerSecret === undefined ? undefined : logKeyFrom(formerSecret)
  const unsubscribing = createUnsubscribing(secret, formerSecret)
  const phrasesNow = createKeptMatcher({ store, tail })
  const classifierNow = createKeptClassifier({ store, tail })
  const outside = outsideJudges(options.outside ?? {}, origin, complaints)
  const readCounter = options.countsReads === false ? undefined : createReadCounter()
  const comparison = lateComparison(store)
  const archive = await archiveOf(options.archive)
  const engine = await engineOf(options.engine)
  const { translatesComments = true } = options
  const commentTranslator = translatesComments ? await translatorOf(store, engine, comparison) : undefined
  const push = createPush({ secret, formerSecret, origin, reach: options.reach })
  return {
    store,
    tail,
    clock,
    log,
    complaints,
    media,
    mediaFolder,
    people: {
      accounts,
      signInContext: {
        store,
        accounts,
        limits: createLimits(),
        clock,
        secret,
        formerSecret,
        strengthOf,
        post: postOf(store, mail),
        publicationNames,
        tell: tellOf(store, mail),
      },
      firstAdministrator: createFirstAdministrator({ store, accounts, clock, strengthOf }),
      holders: HOLDERS,
      erasureList,
    },
    web: {
      origin,
      proxies,
      countryHeader: options.countryHeader,
      providers: options.providers ?? [],
      search: createSearch(store),
      admission: createAdmission({ store, tail, phrases: phrasesNow, classifier: classifierNow, outside }),
      reach: options.reach,
      archive,
      dataKinds: DATA_KINDS,
      push,
      unsubscribing,
      draftLinks: createDraftLinks(secret, formerSecret),
      readCounter,
      proofOfWork: createProofOfWork(secret, formerSecret, clock),
      phrasesNow,
      yearInFigures: createKeptFigures({ store, tail }),
      classifierNow,
      examine: comparison.examine,
      compareFacts: comparison.compareFacts,
      namesBetween: comparison.namesBetween,
      findNames: comparison.findNames,
      findCarried: comparison.findCarried,
      engine,
      commentTranslator,
      postInvitation: invitingOf(store, mail),
      sendsMail: smtp !== undefined,
      async leaveDemo() {
        const demo = await import('./exchange/demo/index.ts')
        return demo.leaveDemo({ store, media, folder: path.dirname(mediaFolder), at: clock() })
      },
    },
    jobs: {
      readers: [...READERS, createLogReader(logKey)],
      logKey,
      formerLogKey,
      readCounter,
      sweeps: SWEEPS,
      terms: { addressDays: options.addressDays ?? ADDRESS_DAYS },
      watches: watchesOf(path.dirname(mediaFolder), media, smtp),
      erasing,
      tellOfErasure: tellingOf(store, mail, origin),
      deliver: mail.deliver,
      keptLetters: createKeptLetters(folder),
      links: { checks: options.checksLinks ?? false, reach: options.reach, archive },
      channels: CHANNELS.map((channel) => ({ ...channel, addressOf: channel.open(outlook) })),
    },
    async close() {
      await comparison.close()
      await tail.close()
      await replicas.close()
      await database.close()
    },
  }
}

async function archiveOf(said: ParleyOptions['archive']): Promise<Archive | undefined> {
  if (!said) return
  const { waybackArchive } = await import('./domain/sources/index.ts')
  return waybackArchive(said)
}

async function engineOf(said: ParleyOptions['engine']): Promise<EngineInUse | undefined> {
  if (!said) return
  const { ENGINES } = await import('./domain/translation/index.ts')
  const { mostInAMonth, price, budget } = said
  return { engine: ENGINES[said.kind](said), mostInAMonth, price, budget }
}

async function translatorOf(
  store: Store,
  engine: EngineInUse | undefined,
  { namesBetween, compareFacts }: Comparison,
): Promise<CommentTranslator | undefined> {
  if (!engine) return
  const { createCommentTranslator } = await import('./domain/translation/index.ts')
  return createCommentTranslator(store, engine, namesBetween, compareFacts)
}

function watchesOf(dataFolder: string, media: MediaStore, smtp: string | undefined): Watch[] {
  const disk = { about: 'disk', everyMs: MINUTE_MS, look: () => tooLittleSpace(dataFolder) }
  const pictures = { about: 'pictures', everyMs: MINUTE_MS, look: () => media.complaint() }
  if (smtp === undefined) return [disk, pictures]
  const look = async () => {
    const trouble = await mailTrouble(smtp)
    return trouble && `The mail server takes no letters (${trouble}). Check PARLEY_SMTP.`
  }
  return [disk, pictures, { about: ABOUT_MAIL, everyMs: 10 * MINUTE_MS, look }]
}

/** Links to sign in by go out by mail, in the words of the publication. */
function postOf(store: Store, mail: Mail): SendLink {
  return async (letter) => mail.send(signInLetter({ ...letter, publication: await nameIn(store, letter.language) }))
}

/** Invitations go out in the words of the publication, too. */
function invitingOf(store: Store, mail: Mail): ForTheWeb['postInvitation'] {
  return async (letter) => mail.send(invitationLetter({ ...letter, publication: await nameIn(store, letter.language) }))
}

/** What happens to an account is told to whoever it belongs to. */
function tellOf(store: Store, mail: Mail): TellOwner {
  return async (letter) => mail.send(accountLetter({ ...letter, publication: await nameIn(store, letter.language) }))
}

function tellingOf(store: Store, mail: Mail, origin: string): ForTheJobs['tellOfErasure'] {
  return async ({ email: to, language, name, dueAt }) => {
    const [publication, { zone }] = [await nameIn(store, language), await publicationOf(store)]
    const letter = erasureLetter({ to, language, publication, zone, origin, name, dueAt })
    return (await mail.deliver(letter)) !== 'later'
  }
}

async function publicationNames(db: Reading): Promise<string[]> {
  return (await publicationOf(db)).languages.map(({ name }) => name)
}

async function nameIn(store: Store, language: string): Promise<string> {
  const { languages } = await publicationOf(store)
  return (languages.find((words) => words.language === language) ?? languages[0])?.name ?? 'Parley'
}
