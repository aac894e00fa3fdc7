/**
 * The alert network: people in villages who call, the assistants who answer, and when a line goes silent. A silence is
 * not calm: in the valley it comes before the campaign.
 */

import type { Language } from '../../../vocabulary/codes.ts';
import { DAYS } from '../clock.ts';
import type { Island } from '../island.ts';
import { CAMPAIGN_FROM, isRainy, SILENCE_FROM, STORY_DAY } from '../life/calendar.ts';
import type { Names } from '../names.ts';
import { at, Rng } from '../rng.ts';

export type SilenceCause = 'mast_down' | 'no_power' | 'phone_lost' | 'moved_away' | 'threatened' | 'held';
/** Days, the second not included. */
export type Silence = { from: number; to: number; cause: SilenceCause; ofCampaign: boolean };
export type FocalPoint = {
  village: number;
  name: Names;
  /** Language of the calls. */
  language: Language;
  /** Number of the liaison assistant who calls back. */
  handler: number;
  joined: number;
  silences: readonly Silence[];
};

/** Where on the way from the capital outwards a village has somebody who calls. */
const WITH_A_POINT = 0.42;
const HANDLERS = 8;
const SILENCES_A_YEAR = 1.1;
const MEAN_DAYS = 9;
const EVERYDAY: readonly SilenceCause[] = [
  'mast_down',
  'mast_down',
  'no_power',
  'phone_lost',
  'moved_away',
  'threatened',
];

/** English, French and Arabic in each first-level area, by weight: callers speak what their province speaks. */
export const LANGUAGE_WEIGHTS: readonly (readonly [number, number, number])[] = [
  [6, 2, 2],
  [2, 6, 2],
  [2, 2, 6],
  [5, 4, 1],
  [1, 5, 4],
  [4, 1, 5],
  [3, 3, 4],
];
export const languageIn = (adm1: number, rng: Rng): Language =>
  at(['en', 'fr', 'ar'] as const, rng.weighted(at(LANGUAGE_WEIGHTS, adm1 % LANGUAGE_WEIGHTS.length)));

function everydaySilences(joined: number, rng: Rng): Silence[] {
  const silences: Silence[] = [];
  for (
    let day = joined + rng.exponential(365 / SILENCES_A_YEAR);
    day < DAYS;
    day += rng.exponential(365 / SILENCES_A_YEAR)
  ) {
    const from = Math.floor(day);
    const cause = isRainy(from) && rng.chance(0.5) ? 'mast_down' : rng.pick(EVERYDAY);
    const to = Math.min(
      DAYS,
      from + 1 + Math.floor(rng.exponential(cause === 'moved_away' ? 4 * MEAN_DAYS : MEAN_DAYS)),
    );
    silences.push({ from, to, cause, ofCampaign: false });
    day = to;
  }
  return silences;
}

/** Everybody who calls, by village. In the valley every village has somebody, and one after the other falls silent. */
export function makeNetwork(island: Island, seed: number): ReadonlyMap<number, FocalPoint> {
  const rng = Rng.of(seed, 'network');
  const points = new Map<number, FocalPoint>();
  const valley = [...island.settlements.keys()].filter((v) =>
    island.valley.areas.includes(at(island.settlements, v).adm2),
  );
  for (const [village, { adm2, population }] of island.settlements.entries()) {
    const inValley = valley.includes(village);
    if (!inValley && !rng.chance(WITH_A_POINT + (population > 8000 ? 0.3 : 0))) continue;
    const joined = rng.int(20, 260);
    const silences = everydaySilences(joined, rng);
    if (inValley) {
      const turn = valley.indexOf(village) / valley.length;
      const from = Math.floor(SILENCE_FROM + turn * (CAMPAIGN_FROM - SILENCE_FROM) * 0.9);
      const cause = rng.pick(['threatened', 'held', 'mast_down', 'moved_away'] as const);
      const to = Math.min(DAYS, STORY_DAY - rng.int(2, 30) + (rng.chance(0.3) ? 60 : 0));
      silences.splice(0, silences.length, ...silences.filter((s) => s.to < from), {
        from,
        to,
        cause,
        ofCampaign: true,
      });
    }
    const parent = at(island.adm2, adm2).parent;
    const language = languageIn(parent, rng);
    points.set(village, {
      village,
      name: island.names.person(rng),
      language,
      handler: parent % HANDLERS,
      joined,
      silences,
    });
  }
  return points;
}

/** What a village's line is like on that day. */
export function lineOf(point: FocalPoint | undefined, day: number): 'none' | 'open' | 'silent' {
  if (!point || day < point.joined) return 'none';
  return point.silences.some((s) => day >= s.from && day < s.to) ? 'silent' : 'open';
}
