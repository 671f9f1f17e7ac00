/** What a publication or a section can say of admission: what holds where neither says anything, and the most that makes sense. */
export const ADMISSION_SETTINGS = {
  /** So many comments of a person must have been kept before others appear at once; 0 holds nobody. */
  firstHeld: { otherwise: 0, most: 50 },
  /** The same of comments with links. */
  linksHeld: { otherwise: 0, most: 50 },
  /** So many must have been kept before a person's browser need not work for a comment; 0 asks nobody. */
  proofUntil: { otherwise: 0, most: 50 },
  /** Days after which nobody writes under an article any more; 0 lets them. */
  closesAfterDays: { otherwise: 0, most: 36_500 },
  /** Hours in which a person does not say the same again; 0 lets them. */
  repeatedHours: { otherwise: 24, most: 24 },
  /** How long a person waits between two comments in a discussion, and how much longer for each report in the branch that they answer in. */
  slowSeconds: { otherwise: 0, most: 86_400 },
  heatSeconds: { otherwise: 20, most: 600 },
  /** How many comments may come from a person, and from a network, in a minute and in an hour; 0 is without limit. */
  personMinute: { otherwise: 10, most: 10_000 },
  personHour: { otherwise: 100, most: 100_000 },
  networkMinute: { otherwise: 60, most: 100_000 },
  networkHour: { otherwise: 1_000, most: 1_000_000 },
  /** The score, in hundredths, from which on words are held that are like removed ones; 0 holds none. */
  likelyHeld: { otherwise: 0, most: 100 },
  /** Hours after which moderators are written to of what waits longer; 0 writes to nobody. */
  waitHours: { otherwise: 0, most: 720 },
  /** 1 where it waits for a second moderator that comments or passages are removed, that people are suspended, and banned. */
  secondRemove: { otherwise: 0, most: 1 },
  secondSuspend: { otherwise: 0, most: 1 },
  secondBan: { otherwise: 0, most: 1 },
  /** The same where a branch or a discussion is locked, and where a discussion is slowed. */
  secondLock: { otherwise: 0, most: 1 },
  secondSlow: { otherwise: 0, most: 1 },
  /** From so many comments on, it waits for a second moderator that they are taken away in one act; 0 never. */
  secondMany: { otherwise: 0, most: 10_000 },
} as const satisfies Record<string, { otherwise: number; most: number }>

export type AdmissionSetting = keyof typeof ADMISSION_SETTINGS

export type AdmissionSettings = Readonly<Record<AdmissionSetting, number>>
