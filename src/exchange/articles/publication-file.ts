import { z } from 'zod'
import { OUTLET_KINDS } from '../../domain/sources/index.ts'
import { countryFrom } from '../../kit/country.ts'
import { zoneFrom } from '../../kit/zone.ts'
import { key, language, line, names, personName, webAddress } from '../kit/fields.ts'
import { partiesField } from './claims-file.ts'

const words = z
  .string()
  .transform((text) => text.trim())
  .pipe(z.string().min(1))

const isZone = (text: string) => {
  try {
    return zoneFrom(text) === text
  } catch {
    return false
  }
}

/** publication.yaml: everything that the articles of a folder have in common. */
export const publicationFile = z.strictObject({
  languages: z.array(language).min(1),
  defaultLanguage: language.optional(),
  zone: z.string().refine(isZone, 'is no time zone such as “Europe/Berlin”.'),
  names,
  mottos: names.default({}),
  follow: z
    .strictObject({
      telegram: webAddress.optional(),
      mail: z.email({ error: 'should be a mail address' }).optional(),
    })
    .default({}),
  sections: z.array(z.strictObject({ slug: line, names })).default([]),
  tags: z.array(z.strictObject({ slug: line, names })).default([]),
  outlets: z
    .array(
      z.strictObject({
        key,
        kind: z.enum(OUTLET_KINDS).optional(),
        country: z
          .string()
          .refine((letters) => countryFrom(letters) === letters, 'is no country such as “DE”.')
          .optional(),
        url: webAddress.optional(),
        names,
      }),
    )
    .default([]),
  parties: partiesField,
  people: z.array(z.strictObject({ key, name: personName, forms: names.default({}) })).default([]),
  rules: z
    .array(z.strictObject({ number: z.int().min(1), titles: names, words: z.record(language, words) }))
    .default([]),
})

export type PublicationFile = z.output<typeof publicationFile>
