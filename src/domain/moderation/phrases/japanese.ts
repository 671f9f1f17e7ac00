/** The syllables into which the last of a verb turns before its endings, and that of an adjective. */
const ROWS: Readonly<Record<string, string>> = {
  う: 'わいえおっ',
  く: 'かきけこい',
  ぐ: 'がぎげごい',
  す: 'さしせそ',
  つ: 'たちてとっ',
  ぬ: 'なにねのん',
  ぶ: 'ばびべぼん',
  む: 'まみめもん',
  る: 'らりれろっ',
  い: 'くか',
}
const INFLECTED = /^(.*[\p{Script=Han}\p{Script=Katakana}])([うくぐすつぬぶむるい])$/u

/** A Japanese verb or adjective as it begins in each of its forms: "殺す", "殺し", "殺さ"; what is neither stands alone. */
export function japaneseForms(phrase: string): string[] {
  const [, stem, last] = INFLECTED.exec(phrase) ?? []
  return stem && last ? [phrase, ...Array.from(ROWS[last]!, (syllable) => stem + syllable)] : [phrase]
}
