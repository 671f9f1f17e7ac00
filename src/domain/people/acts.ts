import { act } from '../audit/index.ts'

export const roleGiven = act('role-given')
export const roleTaken = act('role-taken')

/** What is done to people, and stays on record. */
export const acts = [roleGiven, roleTaken]
