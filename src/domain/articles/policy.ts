import { type Right, rightOfRoles } from '../people/index.ts'

const EDITORS = { roles: ['editor', 'admin'], refusal: 'who.editors' } as const

export const writeArticles = rightOfRoles({ name: 'write-articles', ...EDITORS })

export const publishEditions = rightOfRoles({ name: 'publish-editions', ...EDITORS })

export const takeDemoAway = rightOfRoles({ name: 'take-demo-away', roles: ['admin'], refusal: 'who.admins' })

export const shapePublication = rightOfRoles({ name: 'shape-publication', roles: ['admin'], refusal: 'who.admins' })

/** Who may do what with articles and the publication. */
export const policy: readonly Right[] = [writeArticles, publishEditions, shapePublication, takeDemoAway]
