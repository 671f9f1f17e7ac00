/** Controls, halves of characters and noncharacters. Source: XML 1.0, section 2.2, and HTML, "preprocessing the input stream". */
const UNCARRIED = /[[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]--[\t\n\r]]/v
const EACH_UNCARRIED = new RegExp(UNCARRIED, 'gv')
/** @NOTE a class of code units is looked for several times as quickly as one of characters, and few texts hold any of these. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for
const MAY_BE_UNCARRIED = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/
/** What word processors and old printers mean by these is the end of a line. */
const LINE_ENDS = /[\v\f\u0085]/

/** The text with U+FFFD, or a space for what ends a line, in place of what no page, feed or mail can carry. */
export function carried(text: string): string {
  return isUncarried(text)
    ? text.replace(EACH_UNCARRIED, (character) => (LINE_ENDS.test(character) ? ' ' : '\ufffd'))
    : text
}

function isUncarried(text: string): boolean {
  return MAY_BE_UNCARRIED.test(text) && UNCARRIED.test(text)
}

const COMMANDS = /[[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\p{Bidi_Control}\u2028\u2029]--[\t\n]]/v
const EACH_COMMAND = new RegExp(COMMANDS, 'gv')

/** Lines for a terminal, in which what would command it or turn its direction is spelled out: `<U+001B>`. */
export function forTerminal(lines: string): string {
  return COMMANDS.test(lines)
    ? lines.replace(EACH_COMMAND, (character) => `<U+${codeOf(character).padStart(4, '0')}>`)
    : lines
}

function codeOf(character: string): string {
  return character.codePointAt(0)!.toString(16).toUpperCase()
}

/** They stack the letters of their script and are not drawn themselves. Source: Unicode, Indic_Syllabic_Category=Invisible_Stacker, Number_Joiner and Tifinagh's joiner. */
const STACKERS = String.raw`\u1039\u17D2\u1A60\u1BAB\u2D7F\uAAF6\u{10A3F}\u{1107F}\u{11133}\u{113D0}\u{1193E}\u{11A47}\u{11A99}\u{11D45}\u{11D97}\u{11F42}`

/**
 * White space, controls, fillers, and signs whose form is blank: they leave nothing on paper, whatever their category.
 * Arabic's and other numbers' signs are of a category of controls, and are drawn.
 */
const INKLESS = new RegExp(
  String.raw`[[\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\u2800\u{16FE4}\u{13441}\u{13442}\u{1D159}\uFFFC\uFFFD${STACKERS}]--[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}]]`,
  'v',
)
const NO_INK = new RegExp(`^${INKLESS.source}*$`, 'v')
const EACH_INKLESS = new RegExp(INKLESS, 'gv')

/** Whether nothing of a text would be seen on paper. */
export function isInkless(text: string): boolean {
  return NO_INK.test(text)
}

/** The text with what leaves no ink put otherwise. */
export function withoutInkless(text: string, replace: (character: string) => string): string {
  return text.replace(EACH_INKLESS, replace)
}

/** @NOTE some scripts and emoji cannot be written without these. */
const JOINERS = new RegExp(
  String.raw`(?<=\p{L}|\p{M}|\p{Emoji}|\uFE0F)[\u200C\u200D](?=[\p{L}\p{Emoji}])|(?<=\p{Emoji})\uFE0F|(?<=\p{Lo}\p{M}*)[${STACKERS}](?=\p{Lo})`,
  'gu',
)

/** The text without the joiners that its script needs where they stand. */
export function withoutJoiners(text: string): string {
  return text.replace(JOINERS, '')
}

const SPACES_AND_HYPHENS = /[\t\n \p{Zs}\uFFFD]|(?<=\p{L})\u00AD(?=\p{L})/gu
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u
const DIRECTION_MARKS = /[\u061C\u200E\u200F]/g

/** Whether a line of words holds what nobody would see in it, or what turns its direction where no script asks for that. */
export function hidesSomething(line: string): boolean {
  const plain = withoutJoiners(line).replace(SPACES_AND_HYPHENS, '')
  const rest = RIGHT_TO_LEFT.test(plain) ? plain.replace(DIRECTION_MARKS, '') : plain
  return withoutInkless(rest, () => '') !== rest || (line !== '' && isInkless(line))
}

/** More marks than any script sets on a letter; Hebrew verse and Tibetan come nearest. */
const MOST_MARKS = 8
const MARK = String.raw`[[\p{Default_Ignorable_Code_Point}]--[\p{M}]]*\p{M}`
const PILE = new RegExp(`(\\p{M}(?:${MARK}){${MOST_MARKS - 1}})(?:${MARK})+`, 'gv')

/** A text as pages show it: with what they can carry, and without the marks of a letter beyond the eighth. */
export function showable(text: string): string {
  return carried(text).replace(PILE, '$1')
}

/** Whether `showable` would change it. */
export function isShowable(text: string): boolean {
  return !isUncarried(text) && text.search(PILE) < 0
}
