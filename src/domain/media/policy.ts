import { type Right, rightOfRoles } from '../people/index.ts'

export const keepPictures = rightOfRoles({ name: 'keep-pictures', roles: ['editor', 'admin'], refusal: 'who.editors' })

/** Who may do what with pictures. */
export const policy: readonly Right[] = [keepPictures]
