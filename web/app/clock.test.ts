import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, missionClock, missionDay } from './clock.ts';

const zones = fc.constantFrom(
  'UTC',
  'Africa/Bangui',
  'Asia/Kathmandu',
  'America/New_York',
  'Europe/Paris',
  'Australia/Lord_Howe',
);
const instants = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

describe('the mission’s clock', () => {
  it('shows again what was typed, in every zone and through every change of clocks', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const shown = missionClock(instant, zone);
        expect(missionClock(instantOf(shown, zone), zone)).toBe(shown);
      }),
      { numRuns: 500 },
    );
  });

  it('knows the day that it is there, not here', () => {
    expect(missionDay('2026-11-23T23:30:00Z', 'Africa/Bangui')).toBe('2026-11-24');
    expect(instantOf('2026-11-24T00:30', 'Africa/Bangui')).toBe('2026-11-23T23:30:00.000Z');
    expect(missionClock('2026-07-01T00:10:00Z', 'America/New_York')).toBe('2026-06-30T20:10');
  });
});
