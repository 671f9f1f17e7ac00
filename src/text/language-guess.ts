/** Small words that are common in a language and rare in the others, each folded. */
const SMALL_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  de: setOf(
    'aber als auch auf aus bei das dass dem den der des die doch ein eine einen er es für hat ich im ist keine mehr mit nach nicht noch nur oder sich sie sind so und uns vom von vor war was wenn wer wie wir wird zu zum zur über',
  ),
  en: setOf(
    'about and are as at but by for from had has have he her his how if is it its more nobody not of on only or our says so than that the their them then there they this to was we were what when which who will with would you your',
  ),
  es: setOf(
    'al como con cuando del el ella era es esta este hay las lo los mas más muy ni nos pero por porque que se sin sobre su sus también una unos y ya',
  ),
  fr: setOf(
    'au aux avec ce ces cette dans des du elle est et être ils je la le les leur mais ne nous on ont ou où par pas plus pour que qui sa sans ses son sont sur une vous',
  ),
  it: setOf(
    'ai al alla anche che chi come con da dal dei del della delle di e gli ha hanno ho il io la le lo ma nel nella non per perché più quando questo se si sono su una è',
  ),
  nl: setOf(
    'aan als bij dan dat de deze die dit door een en er geen had heb heeft het hij ik in is maar me met mijn naar niet nog of om ook op over te tot uit van voor waar was wat we wel werd wij ze zich zij zijn zo',
  ),
  pt: setOf(
    'ao aos as até com como da das de do dos e ela ele em entre era essa este eu foi há isso mais mas muito na nas no nos não o os ou para pela pelo por porque que se sem seu sua são também um uma você à é',
  ),
  sv: setOf(
    'att av blev de den det detta där efter eller en ett från för han har hade hon i inte jag kan men med mycket ni nu när och om på sin som så till under upp ut var vi vid är över',
  ),
}

/** The languages that the small words of a text speak for: one, several where they are level, none where nothing speaks. */
export function languagesSpokenFor(words: readonly string[]): readonly string[] {
  const counts = Object.entries(SMALL_WORDS).map(([language, small]) => {
    return { language, count: words.reduce((count, word) => count + (small.has(word) ? 1 : 0), 0) }
  })
  const most = Math.max(...counts.map(({ count }) => count))
  if (most === 0) return []
  return counts.filter(({ count }) => count === most).map(({ language }) => language)
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}
