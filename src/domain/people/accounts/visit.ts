/** From where somebody comes, as far as that is kept with a session. */
export interface Visit {
  /** The browser and the system that it says it is, such as "Firefox/Linux". */
  device: string
  /** Stands for the network, and tells nobody which it is. */
  network: string
  /** A country's two letters, where they are known. */
  country?: string | undefined
}
