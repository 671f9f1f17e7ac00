/** Dimensions of which a unit says how much it is of the first of them. */
const DIMENSIONS = {
  length: { m: 1, mm: 0.001, cm: 0.01, km: 1_000, in: 0.0254, ft: 0.3048, yd: 0.9144, mi: 1_609.344, nmi: 1_852 },
  mass: { kg: 1, g: 0.001, t: 1_000, lb: 0.45359237, oz: 0.028349523125, st: 6.35029318 },
  area: { m2: 1, km2: 1e6, ha: 10_000, acre: 4_046.8564224, ft2: 0.09290304, mi2: 2_589_988.110336, yd2: 0.83612736 },
  volume: { l: 1, ml: 0.001, m3: 1_000, gal: 3.785411784, ft3: 28.316846592, bbl: 158.987294928 },
  duration: { s: 1, min: 60, h: 3_600, day: 86_400, week: 604_800 },
  age: { month: 1, year: 12, decade: 120, century: 1_200 },
  temperature: { C: 1, F: 1, degree: 1 },
} as const

export type Unit = { [D in keyof typeof DIMENSIONS]: keyof (typeof DIMENSIONS)[D] }[keyof typeof DIMENSIONS]

const SIZES = new Map(
  Object.entries(DIMENSIONS).flatMap(([dimension, units]) =>
    Object.entries(units).map(([unit, size]) => [unit as Unit, { dimension, size: size as number }] as const),
  ),
)

export function dimensionOf(unit: Unit): string {
  return SIZES.get(unit)!.dimension
}

/** What so much of one unit is in another of its dimension; a temperature and a difference of temperatures are two answers. */
export function convert(value: number, from: Unit, to: Unit): number[] {
  const [a, b] = [SIZES.get(from)!, SIZES.get(to)!]
  if (a.dimension !== b.dimension) return []
  if (a.dimension !== 'temperature') return [(value * a.size) / b.size]
  if (from === to && from !== 'degree') return [value]
  const toCelsius = [((value - 32) * 5) / 9, (value * 5) / 9]
  const toFahrenheit = [(value * 9) / 5 + 32, (value * 9) / 5]
  if (to === 'C') return toCelsius
  if (to === 'F') return toFahrenheit
  if (from === to) return [...toCelsius, ...toFahrenheit]
  return from === 'C' ? [value, ...toFahrenheit] : [value, ...toCelsius]
}

/** The same unit of an area. */
export function squared(unit: Unit): Unit {
  return SIZES.has(`${unit}2` as Unit) ? (`${unit}2` as Unit) : unit
}

/** Of a round number, the part that rounding may have taken or given. */
const ROUNDED = 0.02

/** Whether a value is what another is when it is rounded, or cut, as far as it states; whole tens and hundreds are rounded ones. */
export function isRounded(exact: number, stated: number, place: number): boolean {
  const off = exact - stated
  const isCut = off > 0 && off < place - 1e-9 && off <= Math.abs(exact) * ROUNDED
  if (Math.abs(off) <= place / 2 + 1e-9 || isCut) return true
  const round = lastPlaceOf(stated, place)
  return Math.abs(off) <= Math.min(round / 2, Math.abs(exact) * ROUNDED) + 1e-9
}

/** 5 counts as a round place too: 135 for 136.8. */
function lastPlaceOf(stated: number, place: number): number {
  let round = place
  while (stated !== 0 && isWhole(stated / (round * 10))) round *= 10
  return isWhole(stated / (round * 5)) ? round * 5 : round
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-6
}
