export { type OutsideJudges, type OutsideOptions, outsideJudges } from './outside-judges.ts'
