/** One coordinate as people write it: decimal degrees, or degrees, minutes and seconds with a letter or a word. */
import { parseNumber } from './numbers.ts';
import { MAX_VALUE_CHARS, type Parsed, plainText, quoted } from './parsed.ts';

export type Axis = 'latitude' | 'longitude';

export interface CoordinateRead {
  /** Decimal degrees, WGS 84; south and west are negative. */
  degrees: number;
  /** The axis that its letter names, if it has one. */
  axis: Axis | null;
}

/** In English, French (O is ouest) and Arabic. */
const HEMISPHERES: Record<string, [Axis, 1 | -1]> = {
  ...Object.fromEntries(['n', 'north', 'nord', 'شمال', 'شمالا', 'ش'].map((word) => [word, ['latitude', 1]])),
  ...Object.fromEntries(['s', 'south', 'sud', 'جنوب', 'جنوبا', 'ج'].map((word) => [word, ['latitude', -1]])),
  ...Object.fromEntries(['e', 'east', 'est', 'شرق', 'شرقا', 'ق'].map((word) => [word, ['longitude', 1]])),
  ...Object.fromEntries(['w', 'west', 'o', 'ouest', 'غرب', 'غربا', 'غ'].map((word) => [word, ['longitude', -1]])),
};

const LIMIT: Record<Axis, number> = { latitude: 90, longitude: 180 };

/**
 * Reads 4.366667, 4,366667, -4.5, 4°22'12"N, N 4 22 12, 18° 33.4' O, ٤٫٣٦ شمالا.
 * A comma or dot is always decimal here: read as thousands the number would lie outside the world.
 */
export function parseCoordinate(text: string, axis?: Axis): Parsed<CoordinateRead> {
  const plain = plainText(text).replaceAll('٫', '.').replaceAll(/\p{M}/gu, '');
  if (plain === '') return { kind: 'empty' };
  const invalid = (reason: string) => ({ kind: 'invalid', reason: `${quoted(text)} ${reason}.` }) as const;
  const split = plain.length > MAX_VALUE_CHARS ? null : splitHemisphere(plain);
  if (!split) return invalid('is not a coordinate');
  const [figures, hemisphere] = split;
  const [named, sign] = hemisphere ?? [null, 1];
  if (named && axis && named !== axis) return invalid(`is a ${named}, not a ${axis}`);
  const degrees = readDegrees(figures);
  if (degrees === null) return invalid('is not a coordinate');
  if (hemisphere && figures.startsWith('-')) return invalid('has both a minus sign and a letter');
  const limit = LIMIT[named ?? axis ?? 'longitude'];
  if (Math.abs(degrees) > limit) return invalid(`is beyond ${limit} degrees`);
  return { kind: 'value', value: { degrees: sign * degrees || 0, axis: named } };
}

/** The figures and the hemisphere that stands before or behind them; `null` for other words. */
function splitHemisphere(plain: string): [string, [Axis, 1 | -1] | null] | null {
  const [, before = '', figures = '', after = ''] = /^(\p{L}*)[.\s]*([^\p{L}]*?)[\s]*(\p{L}*)\.?$/u.exec(plain) ?? [];
  if (before !== '' && after !== '') return null;
  const word = before || after;
  if (word === '') return [figures, null];
  const key = word.toLowerCase();
  const hemisphere = Object.hasOwn(HEMISPHERES, key) ? HEMISPHERES[key] : undefined;
  return hemisphere ? [figures, hemisphere] : null;
}

function readDegrees(figures: string): number | null {
  const decimal = /^([+\-\u2212]?\d{1,3}(?:[.,]\d+)?)\s*[°º]?$/.exec(figures)?.[1];
  if (decimal !== undefined) return numberOf(decimal);
  const parts =
    /^([+\-\u2212]?)(\d{1,3})\s*(?:[°º:]|\s)\s*(\d{1,2}(?:[.,]\d+)?)\s*(?:['’′:]|\s|$)\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["”″]|''|’’|′′)?)?$/.exec(
      figures,
    );
  if (!parts) return null;
  const [, minus = '', d = '', m = '', s = '0'] = parts;
  const [degrees, minutes, seconds] = [Number(d), numberOf(m), numberOf(s)];
  if (minutes === null || seconds === null || minutes >= 60 || seconds >= 60) return null;
  const size = degrees + minutes / 60 + seconds / 3600;
  return minus === '' || minus === '+' ? size : -size;
}

function numberOf(text: string): number | null {
  const read = parseNumber(text.replace(',', '.'), { decimalComma: false });
  return read.kind === 'value' ? read.value : null;
}
