import { lazy } from '../../../kit/lazy.ts'
import { nameKey } from './name-key.ts'

/** Words that say that somebody works for the publication, in the languages of the interface. */
const WORDS = {
  en: 'admin admins administrator administrators administration moderator moderators moderation editor editors editorial staff official webmaster sysadmin',
  ru: 'админ админы администратор администраторы администрация модератор модераторы модерация редактор редакторы редакция главред',
  de: 'administratorin administratoren moderatorin moderatoren redakteur redakteurin redakteure redaktion chefredaktion chefredakteur chefredakteurin',
  ar: 'مشرف المشرف مشرفون المشرفون مسؤول المسؤول مدير المدير إدارة الإدارة محرر المحرر المحررون التحرير',
} as const

const keys = lazy(() => new Set(Object.values(WORDS).flatMap((words) => words.split(' ').map(nameKey))))

const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/u
const CAPITAL_INSIDE = /(\p{Ll})(\p{Lu})/gu
const DIGITS_AROUND = /^\p{N}+|\p{N}+$/gu

/** Whether a name says that its bearer works for the publication, or is the publication: by a word of it, or by its letters whatever stands between them. */
export function isReserved(name: string, publicationNames: readonly string[]): boolean {
  const words = wordsOf(name)
  if (words.some((word) => keys().has(word)) || keys().has(words.join(''))) return true
  return publicationNames.some((one) => holds(words, wordsOf(one)))
}

/** The letters and digits of a name alone, as they are taken for one another. */
export function bareKey(name: string): string {
  return nameKey(name).split(BETWEEN_WORDS).join('')
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
