import { secret } from '../../../kit/hash.ts'
import type { Language } from '../../../kit/language.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { wordsFrom } from '../../../text/words.ts'
import { mailAddressFrom, type PersonId } from '../../people/index.ts'
import type { ReportId } from './report.ts'

/** The most characters (code points) in which somebody explains why something is against the law, and names the law. */
export const LONGEST_EXPLANATION = 5_000
export const LONGEST_LAW = 500
export const LONGEST_NOTIFIER = 200

/**
 * What the law asks of whoever says that something is illegal, beside the report that it is. Source: Regulation (EU) 2022/2065,
 * article 16(2): an explanation, the exact address, name and mail address but for offences against children, good faith.
 */
export interface LegalNotice {
  reportId: ReportId
  /** Opens the page on which the notifier sees what became of it. */
  token: string
  /** Both are empty where the notifier may stay unnamed. */
  name: string
  mail: string
  /** The address as it was given. */
  address: string
  /** The law as the notifier names it; may be empty. */
  law: string
  /** The language in which it was given, and is answered. */
  language: Language
  personId: PersonId | null
  /** What staff answered in words of their own. */
  answer: string
}

export interface TypedNotice {
  name: string
  mail: string
  law: string
  explanation: string
  /** Whether it is about the sexual abuse of children, of which one may tell without a name. */
  unnamed: boolean
  inGoodFaith: boolean
}

/** What was typed as it is kept; throws Trouble with what is wrong in each field. */
export function noticeFrom(
  typed: TypedNotice,
): Pick<LegalNotice, 'token' | 'name' | 'mail' | 'law'> & { words: string } {
  const { name, mail, law, explanation, unnamed, inGoodFaith } = typed
  if (!inGoodFaith) throw new Trouble('invalid', 'illegal.faith-missing')
  if (explanation.trim() === '') throw new Trouble('invalid', 'illegal.explanation-missing')
  const words = wordsFrom(explanation, LONGEST_EXPLANATION)
  const named = law.trim() === '' ? '' : wordsFrom(law.trim(), LONGEST_LAW)
  if (unnamed && name.trim() === '' && mail.trim() === '')
    return { token: secret(), name: '', mail: '', law: named, words }
  if (name.trim() === '') throw new Trouble('invalid', 'illegal.name-missing')
  return {
    token: secret(),
    name: wordsFrom(name.trim(), LONGEST_NOTIFIER),
    mail: mailAddressFrom(mail),
    law: named,
    words,
  }
}
