/** The clock is injected everywhere: the demonstration mission runs on a simulated one. */
export interface Clock {
  /** Milliseconds precision, UTC. */
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** What the installation row holds. `simulated`: at the real instant `real` the mission's clock read `simulated`, and goes on from there. */
export type ClockSetting = { kind: 'system' } | { kind: 'simulated'; real: string; simulated: string };

/** The clock that an installation runs on; both instants of a simulated one are ISO 8601. */
export function clockFrom(setting: ClockSetting): Clock {
  if (setting.kind === 'system') return systemClock;
  const shift = Date.parse(setting.simulated) - Date.parse(setting.real);
  return { now: () => new Date(Date.now() + shift) };
}

/** A clock set by hand, for generators and tests. */
export function manualClock(start: Date): Clock & { set(to: Date): void } {
  let current = start;
  return {
    now: () => current,
    set: (to) => {
      current = to;
    },
  };
}
