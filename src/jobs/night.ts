/** The hours of the night on the clocks of the publication. */
const NIGHT = { from: 2, until: 5 }

/** Whether the publication's readers sleep. */
export function isNight(at: number, zone: string): boolean {
  const { hour } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  return hour >= NIGHT.from && hour < NIGHT.until
}
