import { existsSync } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import path from 'node:path'
import { publicationOf } from '../domain/articles/index.ts'
import { tooLittleSpace } from '../kit/free-space.ts'
import { nameOf } from '../kit/language.ts'
import { EXIT, type Exit } from '../kit/refusal.ts'
import { hasWords } from '../kit/sentences.ts'
import { type Database, distance, Store } from '../store/index.ts'
import type { CommandContext } from './command-context.ts'
import type { Given } from './given.ts'
import { brokenOff } from './half-restore.ts'
import { deadLinks } from './links.ts'
import { logWrong } from './log-wrong.ts'
import { lostPictures } from './lost-pictures.ts'
import { mailComplaints } from './mail-check.ts'
import { countAgain } from './recount.ts'
import { rehearsed } from './rehearse.ts'
import { unkeptTexts } from './unkept-texts.ts'

/** Looks at everything without changing it, and answers with exit code 2 when something is wrong. */
export async function examine(context: CommandContext, given: Given): Promise<Exit> {
  const wrong: string[] = []
  const { settings } = context
  context.say('Settings: well.')
  noteSettings(context)
  wrong.push(...(await roomIn(settings.data)))
  const isMissing = !isPostgres(settings.database) && !existsSync(settings.database)
  const half = isMissing ? brokenOff(settings.database) : undefined
  if (half) wrong.push(half)
  else if (isMissing) context.say(`Database: there is none yet at ${settings.database}; "npx parley serve" makes it.`)
  else wrong.push(...(await examined(context, given, await context.openDatabase())))
  wrong.push(...(await mailComplaints(context, given.perhaps('mail'))))
  for (const sentence of wrong) context.say(`WRONG: ${sentence}`)
  context.say(
    wrong.length === 0 ? 'All is well.' : `${wrong.length} ${wrong.length === 1 ? 'thing is' : 'things are'} wrong.`,
  )
  return wrong.length === 0 ? EXIT.done : EXIT.input
}

function noteSettings({ settings, say }: CommandContext) {
  if (!settings.smtp) say('Note: PARLEY_SMTP is not set, so mails stay in the data folder and on the terminal.')
  if (!settings.url)
    say(
      'Note: PARLEY_URL is not set, so links lead to this machine alone, and forms sent under another address, as behind a proxy, are refused.',
    )
  if (settings.countryHeader && settings.proxies.length === 0)
    say('Note: PARLEY_COUNTRY_HEADER is set without PARLEY_PROXIES, so no country is believed.')
  if (settings.url?.startsWith('http:'))
    say('Note: PARLEY_URL has no https, so whoever listens on the way can read along.')
}

async function roomIn(data: string): Promise<string[]> {
  if (!existsSync(data)) return roomIn(path.dirname(data))
  const isWritable = await access(data, constants.W_OK).then(
    () => true,
    () => false,
  )
  if (!isWritable) return [`${data} cannot be written by this user.`]
  const little = await tooLittleSpace(data)
  return little ? [little] : []
}

async function examined(context: CommandContext, given: Given, database: Database): Promise<string[]> {
  context.say(`Database: ${database.description}`)
  const complaints = await database.complaints()
  const { newer, missing } = await distance(database, ...(await context.migrations()))
  if (newer.length > 0)
    return [...complaints, `A newer Parley has written it (it has the migration ${newer.join(', ')}).`]
  if (missing.length > 0) {
    context.say(
      `Note: it is older than this program (${missing.length} migrations are missing); "npx parley serve" brings it up.`,
    )
    return [...complaints, ...notLookedAt(given), ...(given.has('rehearse') ? await rehearsed(context, database) : [])]
  }
  if (given.has('rehearse')) context.say('It is as this version wants it: there is nothing to rehearse.')
  const store = new Store(database)
  const { demoSince, languages } = await publicationOf(store)
  for (const { language } of languages)
    if (!hasWords(language))
      context.say(
        `Note: editions appear in ${nameOf(language, 'en')} (${language}), of which the interface has no words; around them it speaks English.`,
      )
  if (demoSince !== null)
    context.say('Note: it holds the demo; "npx parley import parley FILE --replace-demo" clears it.')
  const lost = await lostPictures(store, await context.media())
  const unkept = await unkeptTexts(context, given.has('repair'), store)
  const counted =
    given.has('recount') || given.has('repair') ? await countAgain(context, given.has('repair'), store) : []
  const log = given.has('log') ? await logWrong(context, store) : []
  const dead = given.has('links') ? await deadLinks(context.say, store) : []
  return [...complaints, ...lost, ...unkept, ...counted, ...log, ...dead]
}

/** What was asked for is not passed over in silence. */
function notLookedAt(given: Given): string[] {
  const asked = (['log', 'recount', 'repair', 'links'] as const).filter((name) => given.has(name))
  return asked.map((name) => `--${name} was not done, for the database is older than this program.`)
}

function isPostgres(database: string) {
  return /^postgres(?:ql)?:/.test(database)
}
