/** What the time of year, the week and the hour do to Tamrin: rains, herds, harvest, market days. */
import { DAY, dayOf, FIRST_DAY, isoDay, RENEWAL, STORY_NIGHT } from '../clock.ts';
import type { Rng } from '../rng.ts';

export const STORY_DAY = dayOf(STORY_NIGHT.getTime());
export const RENEWAL_DAY = dayOf(RENEWAL.getTime());
/** The valley: its villages fall silent one after the other; then the campaign builds up towards the night and goes on after it. */
export const SILENCE_FROM = STORY_DAY - 140;
export const CAMPAIGN_FROM = STORY_DAY - 70;

/** 1 to 12. */
export const monthOf = (day: number): number => Number(isoDay(day).slice(5, 7));

/** South of the equator it rains from December to March: fords and minor roads are closed. */
export const isRainy = (day: number): boolean => monthOf(day) === 12 || monthOf(day) <= 3;
/** April to June grain stands in the stores, and is worth taking. */
export const isHarvest = (day: number): boolean => monthOf(day) >= 4 && monthOf(day) <= 6;

/** The dry season, May to October, is the season of violence: tracks are passable, herds move. About 1 over the year. */
export const season = (day: number): number => 1 + 0.45 * Math.cos((2 * Math.PI * (monthOf(day) - 8)) / 12);

/** Market day of an area, 0 (Sunday) to 6. */
export const marketDay = (area: number): number => (area * 3 + 3) % 7;
export const weekday = (day: number): number => new Date(FIRST_DAY + day * DAY).getUTCDay();

/** An hour of the day: nights from 20:00 to 05:00 with their weight before dawn, days with theirs in the morning. */
export function hourOf(rng: Rng, isNight: boolean): number {
  if (isNight) return (20 + 9 * Math.sqrt(rng.float())) % 24;
  return 5 + 15 * rng.float() ** 1.3;
}
