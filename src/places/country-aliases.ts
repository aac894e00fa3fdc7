/**
 * Country names as event data sets and reports write them where ISO 3166 writes otherwise: UCDP (which adds the older
 * name in parentheses), ACLED, Gleditsch & Ward, Insecurity Insight. Data, folded before it is looked up.
 */

/** Names for codes; these win over ISO's own, in whose lists a bare "Congo" stands for two countries. */
export const ALIASES: Readonly<Record<string, readonly string[]>> = {
  BFA: ['Upper Volta'],
  BIH: ['Bosnia', 'Bosnia-Herzegovina'],
  BLR: ['Byelorussia'],
  BOL: ['Plurinational State of Bolivia', 'Bolivia (Plurinational State of)'],
  BRN: ['Brunei'],
  CAF: ['CAR', 'RCA', 'Centrafrique'],
  CIV: ['Ivory Coast'],
  COD: [
    'DRC',
    'RDC',
    'DR Congo',
    'Zaire',
    'Congo, DRC',
    'Congo (Kinshasa)',
    'Congo-Kinshasa',
    'Democratic Republic of Congo',
    'Congo, Democratic Republic of (Zaire)',
  ],
  COG: ['Congo', 'Congo (Brazzaville)', 'Congo-Brazzaville', 'Republic of Congo'],
  CPV: ['Cape Verde'],
  CZE: ['Czech Republic'],
  DEU: ['German Federal Republic', 'Federal Republic of Germany'],
  FSM: ['Micronesia', 'Federated States of Micronesia'],
  GBR: ['Britain'],
  ITA: ['Italy/Sardinia'],
  KGZ: ['Kyrgyz Republic'],
  KHM: ['Kampuchea'],
  KOR: ['South Korea', 'Korea (South)'],
  LAO: ['Laos', "Lao People's Democratic Republic"],
  LKA: ['Ceylon'],
  MDA: ['Moldova'],
  MKD: ['Macedonia', 'Macedonia, FYR', 'FYROM', 'Macedonia (Former Yugoslav Republic of)'],
  MMR: ['Burma', 'Myanmar'],
  PRK: ['North Korea', 'Korea (North)', "Korea, People's Republic of", "Democratic People's Republic of Korea"],
  PSE: ['OPT', 'oPt', 'Palestine', 'Palestinian Territory', 'Occupied Palestinian Territory', 'West Bank and Gaza'],
  ROU: ['Rumania'],
  RUS: ['Russia'],
  SDN: ['North Sudan'],
  SUR: ['Surinam'],
  SWZ: ['Swaziland', 'eSwatini', 'Kingdom of eSwatini'],
  SYR: ['Syria'],
  TLS: ['East Timor', 'Timor-Leste'],
  TUR: ['Türkiye', 'Turkey/Ottoman Empire'],
  TZA: ['Tanzania', 'Tanganyika'],
  USA: ['United States', 'USA'],
  VAT: ['Vatican', 'Holy See'],
  VEN: ['Venezuela', 'Venezuela (Bolivarian Republic of)'],
  VNM: ['Vietnam', 'Viet Nam', 'Vietnam, Democratic Republic of'],
  XKX: ['Kosovo'],
  YEM: ['Yemen', 'Yemen (North Yemen)', 'Yemen Arab Republic'],
  ZWE: ['Rhodesia'],
};

/** States that no ISO code stands for any more: a row that names one cannot be given a country of today. */
export const HISTORICAL = [
  'Soviet Union',
  'USSR',
  'Yugoslavia',
  'Serbia and Montenegro',
  'Czechoslovakia',
  'German Democratic Republic',
  'East Germany',
  "Yemen, People's Republic of",
  'South Yemen',
  'Vietnam, Republic of',
  'South Vietnam',
  'Netherlands Antilles',
] as const;

/** Names to show where the ISO list's first is long, outdated or not the one the United Nations uses. */
export const SHOWN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    CHN: 'China',
    COG: 'Congo',
    GMB: 'Gambia',
    IRN: 'Iran',
    KOR: 'Republic of Korea',
    MKD: 'North Macedonia',
    MDA: 'Moldova',
    TUR: 'Türkiye',
  },
  fr: { COG: 'Congo', SWZ: 'Eswatini', CAF: 'République centrafricaine' },
  ar: { SWZ: 'إسواتيني' },
};

/** Shapes of the world atlas that carry no ISO number, after UN usage; `null`: nobody's, or claimed by several. */
export const UNNUMBERED: Readonly<Record<string, string | null>> = {
  Kosovo: 'XKX',
  Somaliland: 'SOM',
  'N. Cyprus': 'CYP',
  'Cyprus U.N. Buffer Zone': 'CYP',
  Dhekelia: 'CYP',
  Akrotiri: 'CYP',
  Baikonur: 'KAZ',
  'USNB Guantanamo Bay': 'CUB',
  'Indian Ocean Ter.': 'AUS',
  'Coral Sea Is.': 'AUS',
  'Clipperton I.': 'FRA',
  'Siachen Glacier': null,
  'Spratly Is.': null,
  'Bajo Nuevo Bank': null,
  'Serranilla Bank': null,
  'Scarborough Reef': null,
};
