/** Invented events of an invented country, and how logs in three languages write them. Nothing here is anybody's data. */
import { Rng } from '../../src/demo/tamrin/rng.ts';
import type { FieldPath } from '../../src/incidents/import/contract.ts';

export type Tongue = 'en' | 'fr' | 'ar';
type Words = Record<Tongue, string>;

export interface LogEvent {
  n: number;
  year: number;
  month: number;
  day: number;
  time: string;
  place: Words;
  lat: number;
  lon: number;
  province: Words;
  district: Words;
  type: Words;
  actor: Words;
  target: Words;
  men: number;
  women: number;
  girls: number;
  boys: number;
  injured: number;
  displaced: number;
  abducted: number;
  source: Words;
  status: Words;
  account: Words;
  yes: boolean;
}

export interface LogColumn {
  header: string;
  /** Stands over this column and its neighbours, in a row of its own. */
  group?: string;
  /** What a person who knows the log says it is; `null`: no field of ours, to be kept as it stands. */
  field: FieldPath | null;
  cell: (event: LogEvent) => string | number;
}

export interface Layout {
  name: string;
  tongue: Tongue;
  separator: ',' | ';' | '\t';
  /** Titles above the table. */
  above?: readonly (readonly string[])[];
  columns: readonly LogColumn[];
  /** A row of sums and a note below it. */
  below?: 'total' | 'note' | 'both';
}

const w = (en: string, fr: string, ar: string): Words => ({ en, fr, ar });
const PLACES = [
  w('Kelo Bridge', 'Pont Kelo', 'جسر كيلو'),
  w('Marandi', 'Marandi', 'مراندي'),
  w('Old Temsa', 'Vieux-Temsa', 'تمسا القديمة'),
  w('Dourou', 'Dourou', 'دورو'),
  w('Wadi Sahal', 'Ouadi Sahal', 'وادي سهل'),
  w('Bambara Camp', 'Camp Bambara', 'مخيم بمبرا'),
  w('Nyanga', 'Nyanga', 'نيانغا'),
  w('Tir Market', 'Marché de Tir', 'سوق تير'),
];
const PROVINCES = [w('North Kaga', 'Kaga-Nord', 'كاغا الشمالية'), w('Lower Mere', 'Bas-Mere', 'مير السفلى')];
const DISTRICTS = [w('Temsa', 'Temsa', 'تمسا'), w('Rovu', 'Rovu', 'روفو'), w('Sahal', 'Sahal', 'سهل')];
const TYPES = [
  w('Armed attack', 'Attaque armée', 'هجوم مسلح'),
  w('Kidnapping', 'Enlèvements', 'اختطاف'),
  w('Looting', 'Pillage', 'نهب'),
  w('Killing', 'Meurtre', 'قتل'),
  w('Arbitrary arrest', 'Arrestation arbitraire', 'اعتقال'),
  w('Cattle raid with fire', 'Vol de bétail et feu', 'سرقة ماشية'),
];
const ACTORS = [
  w('Red River Front', 'Front de la Rivière Rouge', 'جبهة النهر الأحمر'),
  w('Unidentified armed men', 'Hommes armés non identifiés', 'مسلحون مجهولون'),
  w('Hill Guard', 'Garde des Collines', 'حرس التلال'),
];
const TARGETS = [
  w('Farmers', 'Cultivateurs', 'مزارعون'),
  w('Traders', 'Commerçants', 'تجار'),
  w('Displaced people', 'Déplacés', 'نازحون'),
];
const SOURCES = [
  w('Village chief', 'Chef de village', 'شيخ القرية'),
  w('Patrol', 'Patrouille', 'دورية'),
  w('Radio Mere', 'Radio Mere', 'راديو مير'),
];
const STATUSES = [w('Confirmed', 'Confirmé', 'مؤكد'), w('Under verification', 'En cours', 'قيد التحقق')];
const ACCOUNTS = [
  w(
    'Armed men came at dawn, shot in the air and took goats and millet; people fled to the church on the hill.',
    'Des hommes armés sont venus à l’aube, ont tiré en l’air et emporté chèvres et mil ; les gens ont fui vers l’église.',
    'جاء مسلحون عند الفجر وأطلقوا النار في الهواء وأخذوا الماعز والدخن وفر الناس إلى الكنيسة فوق التل القريب من القرية.',
  ),
  w(
    'The group stopped a lorry on the road to the market. Passengers were beaten and robbed, and two were taken away.',
    'Le groupe a arrêté un camion sur la route du marché. Les passagers ont été battus et dépouillés, deux emmenés.',
    'أوقفت المجموعة شاحنة على طريق السوق وتعرض الركاب للضرب والسرقة وأخذ اثنان منهم إلى جهة غير معلومة بعد ذلك.',
  ),
];

/** Events in the order of their days, as a log has them. */
export function logEvents(seed: number, count: number): LogEvent[] {
  const events = Array.from({ length: count }, (_, n): LogEvent => {
    const rng = Rng.of(seed, 'log', n);
    const few = (most: number) => Math.floor(rng.float() ** 2 * (most + 1));
    return {
      ...{ n: n + 1, year: 2023, month: 1 + Math.floor((n * 12) / count), day: 1 + Math.floor(rng.float() * 28) },
      time: `${String(Math.floor(rng.range(0, 24))).padStart(2, '0')}:${rng.pick(['00', '15', '30', '45'])}`,
      ...{ place: rng.pick(PLACES), province: rng.pick(PROVINCES), district: rng.pick(DISTRICTS) },
      ...{ lat: rng.range(5.2, 7.9), lon: rng.range(19.1, 22.8), type: rng.pick(TYPES), actor: rng.pick(ACTORS) },
      ...{ target: rng.pick(TARGETS), men: few(5), women: few(3), girls: few(2), boys: few(2), injured: few(9) },
      ...{ displaced: few(4) * 50, abducted: few(4), source: rng.pick(SOURCES), status: rng.pick(STATUSES) },
      ...{ account: rng.pick(ACCOUNTS), yes: rng.float() < 0.4 },
    };
  });
  return events.toSorted((a, b) => a.month - b.month || a.day - b.day).map((event, i) => ({ ...event, n: i + 1 }));
}

/** Half of the places and one of the provinces are in the mission's gazetteer; no party is known yet. */
export const KNOWN_PLACES: readonly string[] = PLACES.slice(0, 4).flatMap(({ en, fr, ar }) => [en, fr, ar]);
export const KNOWN_PROVINCES: readonly string[] = PROVINCES.slice(0, 1).flatMap(({ en, fr, ar }) => [en, fr, ar]);

export const two = (n: number): string => String(n).padStart(2, '0');
export const killed = ({ men, women, girls, boys }: LogEvent): number => men + women + girls + boys;
const ARABIC_DIGITS = '٠١٢٣٤٥٦٧٨٩';
export const arabic = (text: string | number): string =>
  String(text).replaceAll(/\d/g, (digit) => ARABIC_DIGITS[Number(digit)] ?? digit);

/** The file as its office would save it: titles, headings in one row or two, events, sums and notes. */
export function logText(
  { separator, above = [], columns, below, tongue }: Layout,
  events: readonly LogEvent[],
): string {
  const groups = columns.some(({ group }) => group);
  const headings = columns.map(({ header }) => header);
  const upper = columns.map(({ group, header }, i) => {
    if (!group) return header;
    return columns[i - 1]?.group === group ? '' : group;
  });
  const lower = columns.map(({ group, header }) => (group ? header : ''));
  const rows: (string | number)[][] = [
    ...above.map((row) => [...row]),
    ...(groups ? [upper, lower] : [headings]),
    ...events.map((event) => columns.map(({ cell }) => cell(event))),
  ];
  const total = { en: 'TOTAL', fr: 'TOTAL', ar: 'المجموع' }[tongue];
  const note = {
    en: 'Note: figures before March are estimates of the old office.',
    fr: 'NB : les chiffres d’avant mars sont des estimations.',
    ar: 'ملاحظة: الأرقام قبل مارس تقديرية.',
  }[tongue];
  if (below === 'total' || below === 'both')
    rows.push(columns.map(({ field, cell }, i) => (i === 0 ? total : field?.includes('.') ? sum(events, cell) : '')));
  if (below === 'note' || below === 'both') rows.push([note, ...columns.slice(1).map(() => '')]);
  const width = columns.length;
  return rows
    .map((row) => [...row, ...Array(Math.max(0, width - row.length)).fill('')].map(quoted).join(separator))
    .join('\r\n');
}

const sum = (events: readonly LogEvent[], cell: LogColumn['cell']): number =>
  events.reduce((all, event) => all + (Number(cell(event)) || 0), 0);
const quoted = (cell: string | number): string => `"${String(cell).replaceAll('"', '""')}"`;
