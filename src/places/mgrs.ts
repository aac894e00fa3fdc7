/** The military grid reference system as people type it, with mistakes explained. Conversion by the `mgrs` package. */
import mgrs from 'mgrs';

export interface GridSquare {
  /** The middle of the square, degrees WGS 84. */
  lon: number;
  lat: number;
  /** Side of the square in metres: 1, 10, 100, 1,000, 10,000 or 100,000. */
  metres: number;
}

/**
 * The grid reference of a point, spaced for reading: `34N BL 12345 67890`. `digits` 0 to 5 each way (5: one metre).
 * `null` beyond 84° north and 80° south, where this grid ends.
 */
export function toMgrs(lon: number, lat: number, digits: 0 | 1 | 2 | 3 | 4 | 5 = 5): string | null {
  if (!(lat >= -80 && lat <= 84 && Math.abs(lon) <= 180)) return null;
  // A hair short of 180° the package rounds up into a zone 61.
  const x = lon > 180 - 1e-9 ? 180 : lon;
  const parts = /^(\d+[A-Z])([A-Z]{2})(\d*)$/.exec(mgrs.forward([x, lat], digits));
  if (!parts) return null;
  const [, zone = '', square = '', figures = ''] = parts;
  return [zone, square, figures.slice(0, digits), figures.slice(digits)].filter(Boolean).join(' ');
}

const BANDS = 'CDEFGHJKLMNPQRSTUVWX';

/** South and north edge of a latitude band, degrees; the northernmost is half as high again. */
function bandEdges(band: string): [number, number] {
  const south = -80 + 8 * BANDS.indexOf(band);
  return [south, band === 'X' ? 84 : south + 8];
}

/** West and east edge of a zone in a band, with the exceptions of Norway and Svalbard; `null` where there is none. */
function zoneEdges(zone: number, band: string): [number, number] | null {
  const special: Record<string, [number, number] | null> = {
    '31V': [0, 3],
    '32V': [3, 12],
    '31X': [0, 9],
    '33X': [9, 21],
    '35X': [21, 33],
    '37X': [33, 42],
    '32X': null,
    '34X': null,
    '36X': null,
  };
  const west = zone * 6 - 186;
  const edges = special[`${zone}${band}`];
  return edges === undefined ? [west, west + 6] : edges;
}

/** Squares reach over the edge of a zone and a band; further off than this they are none of theirs. */
const OVERLAP_DEGREES = 1;

/**
 * Reads a grid reference in any usual spelling: `34N BL 12345 67890`, `34nbl1234567890`, `34N BL 123 678`, `34N BL`.
 * With `near` ([longitude, latitude]) the zone may be left out, as on the radio: `BL 123 678`.
 * A sentence instead of a square says what is wrong.
 */
export function fromMgrs(text: string, near?: readonly [number, number]): GridSquare | string {
  const typed = text.toUpperCase().replace(/[\s.,/-]+/g, '');
  if (typed === '') return 'Type a grid reference, such as 34N BL 123 678.';
  const zoneless = /^[A-Z]{2}\d*$/.test(typed);
  if (zoneless && !near) return `"${text.trim()}" lacks its zone and band, such as 34N.`;
  const zonePart = zoneless && near ? /^\d+[A-Z]/.exec(toMgrs(near[0], near[1], 0) ?? '')?.[0] : '';
  if (zonePart === undefined) return 'The map stands beyond 84° north or 80° south, where this grid ends.';
  const parts = /^(\d{1,2})([A-Z])([A-Z])([A-Z])(\d*)$/.exec(zonePart + typed);
  if (!parts)
    return `"${text.trim()}" is no grid reference: it needs a zone (34), a band (N), two letters and an even number of figures, such as 34N BL 123 678.`;
  const [, zoneText = '', band = '', column = '', row = '', figures = ''] = parts;
  const zone = Number(zoneText);
  if (zone < 1 || zone > 60) return `There is no zone ${zoneText}: zones run from 1 to 60.`;
  if (!BANDS.includes(band)) return `There is no band ${band}: bands are the letters C to X without I and O.`;
  if (figures.length % 2 === 1)
    return `"${text.trim()}" has ${figures.length} figures: it needs as many for east as for north.`;
  if (figures.length > 10) return `"${text.trim()}" has more than five figures each way.`;
  const edges = zoneEdges(zone, band);
  if (!edges) return `There is no zone ${zone} in band ${band}: its neighbours are widened over it.`;
  const box = boxOf(`${zone}${band}${column}${row}${figures}`);
  const noSquare = `There is no square ${column}${row} in ${zone}${band}.`;
  if (!box) return noSquare;
  const [lon, lat] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  const metres = 10 ** (5 - figures.length / 2);
  const [south, north] = bandEdges(band);
  const inBand = lat >= south - OVERLAP_DEGREES && lat <= north + OVERLAP_DEGREES;
  // A degree of longitude shrinks towards the poles, a square does not.
  const overlap = OVERLAP_DEGREES / Math.cos((lat * Math.PI) / 180);
  const inZone = lon >= edges[0] - overlap && lon <= edges[1] + overlap;
  return inBand && inZone ? { lon, lat, metres } : noSquare;
}

/** The package throws at letters that its zone does not use. */
function boxOf(reference: string): [number, number, number, number] | null {
  try {
    return mgrs.inverse(reference);
  } catch {
    return null;
  }
}
