/** Small words that are common in a language and rare in the others, each folded. */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  de: 'aber als auch auf aus bei das dass dem den der des die doch ein eine einen er es für hat ich im ist keine mehr mit nach nicht noch nur oder sich sie sind so und uns vom von vor war was wenn wer wie wir wird zu zum zur über',
  en: 'about and are as at but by for from had has have he her his how if is it its more nobody not of on only or our says so than that the their them then there they this to was we were what when which who will with would you your',
  es: 'al como con cuando del el ella era es esta este hay las lo los mas más muy ni nos pero por porque que se sin sobre su sus también una unos y ya',
  fr: 'au aux avec ce ces cette dans des du elle est et être ils je la le les leur mais ne nous on ont ou où par pas plus pour que qui sa sans ses son sont sur une vous',
  it: 'ai al alla anche che chi come con da dal dei del della delle di e gli ha hanno ho il io la le lo ma nel nella non per perché più quando questo se si sono su una è',
  nl: 'aan als bij dan dat de deze die dit door een en er geen had heb heeft het hij ik in is maar me met mijn naar niet nog of om ook op over te tot uit van voor waar was wat we wel werd wij ze zich zij zijn zo',
  pt: 'ao aos as até com como da das de do dos e ela ele em entre era essa este eu foi há isso mais mas muito na nas no nos não o os ou para pela pelo por porque que se sem seu sua são também um uma você à é',
  sv: 'att av blev de den det detta där efter eller en ett från för han har hade hon i inte jag kan men med mycket ni nu när och om på sin som så till under upp ut var vi vid är över',
}

const LANGUAGES = Object.keys(SMALL_WORDS)
/** The languages in which a word is a small one, by their places in the list. */
const SPEAKS_FOR = new Map<string, number[]>()
for (const [at, language] of LANGUAGES.entries())
  for (const word of new Set(SMALL_WORDS[language]!.split(' ')))
    SPEAKS_FOR.set(word, [...(SPEAKS_FOR.get(word) ?? []), at])

/** The languages that the small words of a text speak for: one, several where they are level, none where nothing speaks. */
export function languagesSpokenFor(words: readonly string[]): readonly string[] {
  const counts = LANGUAGES.map(() => 0)
  for (const word of words) for (const at of SPEAKS_FOR.get(word) ?? []) counts[at]! += 1
  const most = Math.max(...counts)
  return most === 0 ? [] : LANGUAGES.filter((_, at) => counts[at] === most)
}
