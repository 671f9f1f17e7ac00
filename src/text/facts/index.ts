export type { Fact, FactKind } from './fact.ts'
export { type Statement, statedIn } from './facts.ts'
export { type Literal, type LiteralKind, literalsIn, withoutLiterals } from './literals.ts'
export { convert, dimensionOf, isRounded, type Unit } from './units.ts'
