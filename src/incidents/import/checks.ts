/**
 * Looks at what a row says and says what is odd. A thing is mended only when it is certain and the data set leaves it
 * to us; figures and places of curated data sets stay as they are. Nothing is mended without a sentence.
 */
import type { CountryLocator } from '../../places/index.ts';
import type { Core, Estimate } from '../contract.ts';

export interface CheckContext {
  /** ISO day in the mission's time zone. */
  today: string;
  /** Without it, points are not looked up. */
  locator?: Pick<CountryLocator, 'locate' | 'kmOutside'>;
  /** Whether a swapped pair of coordinates may be turned round. Not for data sets that somebody curates. */
  mend: boolean;
}

export type Checked = { refused?: never; core: Core; warnings: string[] } | { refused: string };

/** A town on a river border, or a coarse place, is not in the wrong country. */
const BORDER_KM = 25;
/** The atlas is drawn at 1:10 million: a town on a river border may lie across it. */
const ATLAS_KM = 10;
/** A pair this close to its mirror image may fit a country both ways. */
const TELLING_DEGREES = 1;

/** @param core as an adapter gives it: its latitude may still be beyond 90. */
export function checkCore(core: Core, context: CheckContext): Checked {
  const placed = checkPoint(core.where, context);
  if (placed.refused !== undefined) return placed;
  const inverted = core.figures.find(({ total: { low, high } }) => low !== null && high !== null && low > high);
  // Our own records may not contradict themselves; outside data keep the figures that their makers gave them.
  if (inverted && core.origin.dataset === 'own') {
    const { low, high } = inverted.total;
    return { refused: `${inverted.harm}, ${inverted.group}: low, ${low}, is greater than high, ${high}.` };
  }
  const where = placed.point === core.where.point ? core.where : { ...core.where, point: placed.point };
  return {
    core: where === core.where ? core : { ...core, where },
    warnings: [...placed.warnings, ...checkDates(core.when, context.today), ...checkFigures(core.figures)],
  };
}

type Placed = { refused?: never; point: [number, number] | null; warnings: string[] } | { refused: string };

function checkPoint({ point, country, precision, name }: Core['where'], { locator, mend }: CheckContext): Placed {
  if (!point) return { point, warnings: [] };
  const [lon, lat] = point;
  if (lon === 0 && lat === 0) {
    const sentence = 'The point 0, 0 lies in the sea; programs write it when they know no place.';
    if (!mend) return { point, warnings: [sentence] };
    return { point: null, warnings: [`${sentence} The record has no point.`] };
  }
  const turned: [number, number] = [lat, lon];
  const outOfRange = Math.abs(lat) > 90;
  const turnedFits =
    Math.abs(lon) <= 90 && country !== null && (locator?.kmOutside(country, ...turned, ATLAS_KM) ?? null) !== null;
  if (outOfRange) {
    if (mend && turnedFits) return { point: turned, warnings: [swapped(lat, lon, country)] };
    return {
      refused: `The latitude ${lat} is beyond 90 degrees${turnedFits ? '; latitude and longitude are swapped' : ''}.`,
    };
  }
  if (!locator || precision === 'international') return { point, warnings: [] };
  const found = locator.locate(lon, lat);
  if (country === null) return { point, warnings: found ? [] : [inTheSea(lat, lon)] };
  if (found?.iso3 === country) return { point, warnings: [] };
  if (turnedFits && Math.abs(lat - lon) > TELLING_DEGREES) {
    const near = locator.kmOutside(country, lon, lat, BORDER_KM) !== null;
    if (mend && !near) return { point: turned, warnings: [swapped(lat, lon, country)] };
    if (!near)
      return {
        point,
        warnings: [
          `Latitude ${lat} and longitude ${lon} look swapped: turned round they lie in ${country}. Kept as they stand.`,
        ],
      };
  }
  if (!found) return { point, warnings: [inTheSea(lat, lon)] };
  if (locator.kmOutside(country, lon, lat, BORDER_KM) !== null) return { point, warnings: [] };
  const place = name === null ? 'The point' : `The point of “${name.slice(0, 60)}”`;
  return { point, warnings: [`${place} (${lat}, ${lon}) lies in ${found.name}, not in ${country} as the row says.`] };
}

function swapped(lat: number, lon: number, country: string | null): string {
  return `Latitude ${lat} and longitude ${lon} were swapped: turned round they lie in ${country}, as the row says. The record has them turned round.`;
}

function inTheSea(lat: number, lon: number): string {
  return `The point ${lat}, ${lon} lies in the sea.`;
}

function checkDates(when: Core['when'], today: string): string[] {
  const warnings: string[] = [];
  if (when.from > today)
    warnings.push(`The date ${when.from} is in the future: check whether day and month are swapped.`);
  else if (when.to > today) warnings.push(`The last day, ${when.to}, is in the future.`);
  if (when.from < '1945-01-01') warnings.push(`The date ${when.from} is very early: check the year.`);
  return warnings;
}

function checkFigures(figures: Core['figures']): string[] {
  const warnings: string[] = [];
  for (const { harm, group, total, bySexAge } of figures) {
    if (outOfOrder(total)) {
      const { low, best, high } = total;
      warnings.push(
        `${harm}, ${group}: low ${shown(low)}, best ${shown(best)}, high ${shown(high)} is not in order; kept as it stands.`,
      );
    }
    const parts = Object.values(bySexAge).reduce((sum, part) => sum + (part.best ?? 0), 0);
    const most = total.high ?? total.best;
    if (most !== null && parts > most) {
      warnings.push(
        `${harm}, ${group}: women, men, girls, boys and unknown add up to ${parts}, more than ${most}; kept as it stands.`,
      );
    }
  }
  const killed = (group: string) => figures.find((f) => f.harm === 'killed' && f.group === group)?.total;
  const civilians = killed('civilians')?.best ?? 0;
  const all = killed('all');
  const most = all ? (all.high ?? all.best) : null;
  if (most !== null && civilians > most) {
    warnings.push(`${civilians} civilians killed is more than the ${most} killed in all; kept as it stands.`);
  }
  return warnings;
}

const shown = (count: number | null) => (count === null ? 'unknown' : String(count));

function outOfOrder({ low, best, high }: Estimate): boolean {
  const given = [low, best, high].filter((count) => count !== null);
  return given.some((count, index) => index > 0 && count < (given[index - 1] ?? 0));
}
