/** What a mission's settings may be. Pure. */
export const knownTimeZone = (zone: string): boolean =>
  zone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(zone);
