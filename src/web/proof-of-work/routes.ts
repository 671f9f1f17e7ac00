import { type Route, route } from '../http/route.ts'
import * as task from './task.ts'

export type GivenToProofOfWork = task.Given

export const routes: readonly Route<GivenToProofOfWork>[] = [
  route('GET', '/proof-of-work', 'visitor', task.show),
  route('GET', '/proof-worker.js', 'visitor', task.worker),
]
