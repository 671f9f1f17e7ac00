export type Gender = 'male' | 'female' | 'unknown'

const words = (list: string) => new Set(list.split(' '))

/** Men whose names end as those of women mostly do. */
const MEN = words(
  'илья никита фома кузьма лука савва данила гаврила мустафа муса иса абдулла хамза никола микола микита хома ілля сава яша миша паша дима коля петя ваня вася вова гена леша сережа толя костя федя джошуа',
)
/** Names of either. */
const OF_BOTH = words('саша женя валя слава шура юна андреа')

const FAMILIES: readonly (readonly [Gender, RegExp])[] = [
  ['female', /(?:ова|ева|єва|ина|ына|іна|їна|ая|яя|ська|цька|зька|ская|цкая)$/],
  ['male', /(?:ов|ев|єв|ин|ын|ін|їн|ский|цкий|ський|цький|зький|ый)$/],
]

/** Whose name it is, as far as Russian and Ukrainian names tell by their endings; a surname tells more surely. */
export function genderOf(first: string | undefined, last: string): Gender {
  const [byFirst, byLast] = [first === undefined ? 'unknown' : byFirstName(first), byFamily(last)]
  return byLast === 'unknown' ? byFirst : byLast
}

function byFamily(last: string): Gender {
  return FAMILIES.find(([, ending]) => ending.test(last))?.[0] ?? 'unknown'
}

function byFirstName(first: string): Gender {
  if (OF_BOTH.has(first)) return 'unknown'
  if (MEN.has(first)) return 'male'
  if (/[ая]$/.test(first)) return 'female'
  return 'unknown'
}
