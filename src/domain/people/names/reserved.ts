import { lazy } from '../../../kit/lazy.ts'
import { sentencesIn, spoken } from '../../../kit/sentences.ts'
import { nameKey } from './name-key.ts'

/** Words that say that somebody works for the publication, beside the names of its roles in every language of the interface. */
const WORDS = {
  en: 'admin admins administrator administrators administration moderator moderators moderation editor editors editorial staff official webmaster sysadmin',
  ru: 'админ админы администратор администраторы администрация модератор модераторы модерация редактор редакторы редакция главред',
  de: 'administratorin administratoren moderatorin moderatoren redakteur redakteurin redakteure redaktion chefredaktion chefredakteur chefredakteurin',
  uk: 'адмін адміни адміністратор адміністраторка адміністратори адміністрація модераторка модератори модерація редакторка редактори редакція',
  es: 'administradora administradores administración moderadora moderadores moderación editora editores redactor redactora redacción',
  fr: 'admins administratrice administrateurs modératrice modérateurs modération éditrice rédacteur rédactrice rédacteurs rédaction',
  zh: '管理員 版主 站长 站長 编辑部 編輯 編輯部 主编 主編 总编 總編 官方',
  ar: 'مشرف المشرف مشرفون المشرفون مسؤول المسؤول مدير المدير إدارة الإدارة محرر المحرر المحررون التحرير',
} as const

const ROLES = ['admin', 'moderator', 'editor'] as const

const keys = lazy(
  () => new Set([...Object.values(WORDS).flatMap((words) => words.split(' ')), ...roleNames()].map(nameKey)),
)
/** Written without spaces, they stand at the beginning or the end of a longer name. */
const unspaced = lazy(() => [...keys()].filter((key) => UNSPACED.test(key)))

function roleNames() {
  return spoken.flatMap((language) => ROLES.map((role) => sentencesIn(language)(`role-name.${role}`)))
}

const UNSPACED = /^\p{Script=Han}{2,}$/u

const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/u
const CAPITAL_INSIDE = /(\p{Ll})(\p{Lu})/gu
const DIGITS_AROUND = /^\p{N}+|\p{N}+$/gu

/** Whether a name says that its bearer works for the publication, or is the publication: by a word of it, or by its letters whatever stands between them. */
export function isReserved(name: string, publicationNames: readonly string[]): boolean {
  const words = wordsOf(name)
  if (words.some(isOfStaff) || keys().has(words.join(''))) return true
  return publicationNames.some((one) => holds(words, wordsOf(one)))
}

/** The letters and digits of a name alone, as they are taken for one another. */
export function bareKey(name: string): string {
  return nameKey(name).split(BETWEEN_WORDS).join('')
}

function isOfStaff(word: string): boolean {
  return keys().has(word) || unspaced().some((key) => word.startsWith(key) || word.endsWith(key))
}

function wordsOf(name: string): string[] {
  const words = name.normalize('NFKC').replace(CAPITAL_INSIDE, '$1 $2').split(BETWEEN_WORDS)
  return words.flatMap((word) => nameKey(word.replace(DIGITS_AROUND, '')) || [])
}

function holds(words: readonly string[], others: readonly string[]): boolean {
  if (others.length === 0) return false
  const starts = words.keys().toArray()
  return (
    words.join('') === others.join('') ||
    starts.some((start) => others.every((other, at) => words[start + at] === other))
  )
}
