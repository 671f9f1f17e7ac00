/** Small capitals, which Unicode's table of confusable letters leaves apart from capitals, and the letters that it takes for them. */
const SMALL_CAPITALS =
  'ᴀa ᴁæ ʙb ᴄc ᴅd ᴆð ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ĸk ʟl ᴍm ʍm ɴn ᴏo ɶœ ᴘp ꞯq ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz ᴎи ᴙя ᴦγ ᴧλ ᴨπ ᴩρ ᴪψ ᴫл ꭥω'
const plainOf = new Map(SMALL_CAPITALS.split(' ').map((pair) => [pair[0]!, pair.slice(1)]))

const EACH = /[ʀ-ʟɢɪɴɶʍĸᴀ-ᴪᴫꜰꜱꞯꭥ]|[🅐-🅩🅰-🆉🇦-🇿]/gu
/** The first letters of rows of signs that compatibility leaves as they are: letters on black, and those that flags are made of. */
const ROWS = ['🅐', '🅰', '🇦'].map((first) => first.codePointAt(0)!)

/** The text with ordinary letters in place of small capitals, letters on black, and letters of flags. */
export function plainLetters(text: string): string {
  return text.replace(EACH, (letter) => plainOf.get(letter) ?? fromRow(letter.codePointAt(0)!) ?? letter)
}

function fromRow(code: number): string | undefined {
  const first = ROWS.find((row) => code >= row && code < row + 26)
  return first === undefined ? undefined : String.fromCharCode(97 + code - first)
}
