import { rightOfRoles, rightWithinLimits } from '../../people/index.ts'

/** Proposes names and their forms, and settles those of the languages that one translates into. */
export const keepGlossary = rightWithinLimits({
  name: 'keep-glossary',
  roles: ['translator', 'editor', 'admin'],
  refusal: 'glossary.not-yours',
})

/** Changes what is settled, in every language. */
export const settleGlossary = rightOfRoles({
  name: 'settle-glossary',
  roles: ['editor', 'admin'],
  refusal: 'glossary.settled',
})
