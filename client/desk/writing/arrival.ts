import { forgetArrived } from './kept-typing.ts'

/** @NOTE imported before the desk itself, which would bring back what has just arrived. */
forgetArrived()
