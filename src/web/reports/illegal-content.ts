import { paths } from '../../addresses/paths.ts'
import { editionAt } from '../../domain/articles/index.ts'
import { commentById, ROOT, standing } from '../../domain/discussion/index.ts'
import { giveNotice, noticeBehind } from '../../domain/moderation/index.ts'
import type { SignInContext } from '../../domain/people/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { languageFrom } from '../../kit/language.ts'
import { Trouble } from '../../kit/trouble.ts'
import { once } from '../../store/index.ts'
import { page, seeOther } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { rememberWrite } from '../http/last-write.ts'
import { flag, idOrNone, text } from '../http/shapes.ts'
import { keyAgain, requestOf } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import type { Wrong } from '../http/wrong.ts'
import { type IllegalShown, illegalContentForm } from './illegal-content-form.ts'
import { noticePage } from './notice-page.ts'

export interface Given {
  signInContext: Pick<SignInContext, 'limits'>
}

const LONGEST_ADDRESS = 2_000

const TYPED = { address: text, explanation: text, law: text, name: text, mail: text }
const FIELDS = {
  'illegal.address-missing': 'address',
  'illegal.address-unknown': 'address',
  'illegal.explanation-missing': 'explanation',
  'illegal.name-missing': 'name',
  'illegal.faith-missing': 'faith',
  mail: 'mail',
  words: 'explanation',
}

/** The form by which anybody says that something here is against the law; no account is needed. */
export const form = taking({ query: { comment: idOrNone<'comment'>() } }, async (ask, { comment }) => {
  const address = comment ? ask.origin + paths.comment(comment) : ''
  return formPage(ask, { address, explanation: '', law: '', name: '', mail: '', unnamed: false, faith: false })
})

/** Takes a notice, once however often it is sent, and leads to the page that tells what becomes of it. */
export const create = taking(
  { form: { ...TYPED, unnamed: flag, faith: flag }, about: FIELDS },
  async (ask, { address, faith: inGoodFaith, ...typed }, { signInContext }: Given) => {
    const { store, at } = ask
    const language = await ask.language()
    const place = await placeAt(ask, address)
    await signInContext.limits.notice(ask.client())
    const personId = (await ask.asker())?.id ?? null
    const content = [address, ...Object.values(typed).map(String), String(inGoodFaith)]
    const answer = await once(store, at, requestOf(ask, personId ?? 0, content), async (tx) => {
      const notice = { ...typed, ...place, inGoodFaith, language, personId, at }
      return { location: paths.notice(language, await giveNotice(tx, notice)) }
    })
    await ask.tail.until(answer.seq)
    rememberWrite(ask, answer.seq)
    return seeOther(answer.location)
  },
  async (ask, typed, _, wrong) => {
    if (wrong.trouble.kind !== 'invalid') throw wrong.trouble
    return formPage(ask, { ...typed, unnamed: typed.unnamed !== '', faith: typed.faith !== '' }, wrong)
  },
)

/** The receipt of a notice, on which it is answered, too. */
export const show = taking({ params: { token: text } }, async (ask, { token }) => {
  const notice = await noticeBehind(ask.store, token)
  if (!notice) throw new Trouble('missing', 'page.missing')
  return page(noticePage(await ask.frame(), notice, await ask.say()))
})

async function formPage(ask: Ask, typed: IllegalShown['typed'], wrong?: Wrong): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const sending = { action: paths.illegalContent(frame.language), key: keyAgain(ask, wrong) }
  const errors = { ...wrong?.errors }
  return page(illegalContentForm(frame, { sending, typed, errors, error: wrong?.error ?? null }, say), wrong?.status)
}

/** What stands at an address of this site; throws Trouble for any other. */
async function placeAt(ask: Ask, typed: string) {
  const address = typed.trim()
  if (address === '') throw new Trouble('invalid', 'illegal.address-missing')
  const url = URL.canParse(address, ask.origin) ? new URL(address, ask.origin) : undefined
  const unknown = new Trouble('invalid', 'illegal.address-unknown', { origin: ask.origin })
  if (url?.origin !== ask.origin || url.href.length > LONGEST_ADDRESS) throw unknown
  const commentId = idFrom<'comment'>(/^\/c\/(\d+)/.exec(url.pathname)?.[1] ?? /^#c-(\d+)$/.exec(url.hash)?.[1] ?? '')
  if (commentId) {
    if (!(await commentById(ask.store, commentId))) throw unknown
    const { articleId } = await standing(ask.store, commentId)
    return { articleId, commentId, address: url.href }
  }
  const [, tag = '', slug = ''] = /^\/([\w-]+)\/([^/]+)$/.exec(url.pathname) ?? []
  const language = languageFrom(tag)
  const edition = language && (await editionAt(ask.store, language, decoded(slug)))
  if (edition?.state !== 'published') throw unknown
  return { articleId: edition.articleId, commentId: ROOT as typeof ROOT, address: url.href }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}
