/** An invented table of events as an office might keep it: headings of its own, two corners of a country, one bad row. */

const KAGA = { name: 'Kaga', lat: 6.5, lon: 21.2 };
const OMBOLO = { name: 'Ombolo', lat: 9.4, lon: 27.6 };
export const KAGA_EVENTS = 24;
const OMBOLO_EVENTS = 12;

export const EVENTS_IN_TABLE = KAGA_EVENTS + OMBOLO_EVENTS;

function row(i: number, { name, lat, lon }: typeof KAGA): string {
  const day = new Date(Date.UTC(2026, i % 9, 1 + (i % 27))).toISOString().slice(0, 10);
  // A few hundred metres apart, so that a near look tells them from one another.
  const [south, east] = [lat + (i % 5) * 0.013, lon + (i % 7) * 0.011];
  const type = i % 3 === 0 ? 'Abduction' : 'Attack on civilians';
  return [`E-${i}`, day, name, south.toFixed(4), east.toFixed(4), type, String(i % 6), `Told by neighbour ${i}.`].join(
    ',',
  );
}

const HEADINGS = 'event id,date,place,lat,lon,incident type,civilians killed,remark of the desk';

export const TABLE = [
  HEADINGS,
  ...Array.from({ length: KAGA_EVENTS }, (_, i) => row(i, KAGA)),
  ...Array.from({ length: OMBOLO_EVENTS }, (_, i) => row(KAGA_EVENTS + i, OMBOLO)),
  'E-99,the day before yesterday,Kaga,6.5,21.2,Abduction,1,No date that anybody could read.',
].join('\n');

/** The same kind of table, with any number of good rows. */
export const longTable = (rows: number): string =>
  [HEADINGS, ...Array.from({ length: rows }, (_, i) => row(1000 + i, KAGA))].join('\n');
