import { spelledBy, table } from './letters.ts'

const LETTERS =
  table(`а a б b в v г h ґ g д d е e є ie ж zh з z и y і i ї i й i к k л l м m н n о o п p р r с s т t у u ф f х kh
ц ts ч ch ш sh щ shch ь - ю iu я ia ' - ’ - ʼ -`)
const AT_START = table('є ye ї yi й y ю yu я ya')
const spelled = spelledBy(LETTERS, AT_START)

/** A Ukrainian name in Latin letters. Source: resolution 55 of the Cabinet of Ministers of Ukraine, 27 January 2010. */
export function ukrainianInLatin(text: string): string {
  return spelled(text.replaceAll('зг', 'з\u0001г').replaceAll('Зг', 'З\u0001г'))
    .replaceAll('z\u0001h', 'zgh')
    .replaceAll('Z\u0001h', 'Zgh')
}
