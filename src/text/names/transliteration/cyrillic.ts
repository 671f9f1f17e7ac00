import { spelledBy, table } from './letters.ts'

const UKRAINIAN = spelledBy(table("ы и э е ё йо ъ '"))
const RUSSIAN = spelledBy(table("і и ї и є е ґ г ' ъ ’ ъ ʼ ъ"), table('ї йи'))

/** A Russian name in Ukrainian letters. */
export function russianInUkrainian(text: string): string {
  return UKRAINIAN(text.replace(/ье/g, 'ьє').replace(/ъе/g, "'є"))
}

/** A Ukrainian name in Russian letters. */
export function ukrainianInRussian(text: string): string {
  return RUSSIAN(text.replace(/ьо/g, 'ё').replace(/йо/g, 'ё').replace(/Йо/g, 'Ё'))
}
