/** What a publication or a section can say of admission: what holds where neither says anything, and the most that makes sense. */
export const ADMISSION_SETTINGS = {
  /** So many comments of a person must have been kept before others appear at once; 0 holds nobody. */
  firstHeld: { otherwise: 0, most: 50 },
} as const satisfies Record<string, { otherwise: number; most: number }>

export type AdmissionSetting = keyof typeof ADMISSION_SETTINGS

export type AdmissionSettings = Readonly<Record<AdmissionSetting, number>>
