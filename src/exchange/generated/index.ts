export { type Generation, generate } from './generate.ts'
export { SHAPES, type Shape } from './shapes.ts'
