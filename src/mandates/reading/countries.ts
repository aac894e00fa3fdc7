/** Names of States as resolutions write them, in small letters. */
import countries from 'i18n-iso-countries/langs/en.json' with { type: 'json' };

const FORMER = [
  'drc',
  'zaire',
  'burma',
  'yugoslavia',
  'czechoslovakia',
  'ussr',
  'sudan',
  'south sudan',
  'syria',
  'iran',
  'venezuela',
  'bolivia',
  'tanzania',
  'moldova',
  'kosovo',
  'palestine',
  'libya',
  'viet nam',
  'ivory coast',
  'cape verde',
  'swaziland',
  'macedonia',
  'east timor',
  'democratic kampuchea',
  'united kingdom',
  'united states',
  'laos',
  'korea',
  'türkiye',
  'turkey',
  'czech republic',
  'rhodesia',
  'the congo',
];

const NAMES = [...Object.values(countries.countries).flat(), ...FORMER]
  .map((name) =>
    name
      .toLowerCase()
      .replace(/\(.*\)/, '')
      .replace(/,.*$/, '')
      .replaceAll('’', "'")
      .trim(),
  )
  .filter((name) => name.length > 2 && name !== 'georgia (us)');

/** One of them. */
export const COUNTRY = new RegExp(
  `\\b(?:${[...new Set(NAMES)]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|')})\\b`,
);
