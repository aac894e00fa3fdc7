/** Layouts that the guessing was built with. What they show is that it does what it was made for, and no more. */
import type { FieldPath } from '../../src/incidents/import/contract.ts';
import { arabic, killed, type Layout, type LogColumn, type LogEvent, two } from './events.ts';

export const column = (
  header: string,
  field: FieldPath | null,
  cell: LogColumn['cell'],
  group?: string,
): LogColumn => ({
  ...{ header, field, cell },
  ...(group ? { group } : {}),
});
export const slashes = ({ day, month, year }: LogEvent) => `${two(day)}/${two(month)}/${year}`;
export const iso = ({ day, month, year }: LogEvent) => `${year}-${two(month)}-${two(day)}`;

export const PRACTICE: readonly Layout[] = [
  {
    ...{ name: 'French log with titles and totals', tongue: 'fr', separator: ';', below: 'both' },
    above: [['BUREAU DE KAGA'], ['Registre des incidents 2023']],
    columns: [
      column('N°', null, (e) => e.n),
      column('Date/heure', 'date', (e) => `${slashes(e)} ${e.time}`),
      column('Lieu', 'place', (e) => e.place.fr),
      column('Préfecture', 'adm1', (e) => e.province.fr),
      column('Type d’incident', 'type', (e) => e.type.fr),
      column('Auteur présumé', 'perpetrator', (e) => e.actor.fr),
      column('Nb morts', 'killed.all.best', killed),
      column('H', 'killed.all.men', (e) => e.men),
      column('F', 'killed.all.women', (e) => e.women),
      column('G', 'killed.all.boys', (e) => e.boys),
      column('F', 'killed.all.girls', (e) => e.girls),
      column('Blessés', 'injured.all.best', (e) => e.injured),
      column('Résumé des faits', 'narrative', (e) => e.account.fr),
      column('Statut', null, (e) => e.status.fr),
    ],
  },
  {
    ...{ name: 'English log, headings in two rows', tongue: 'en', separator: ',', below: 'total' },
    columns: [
      column('Date', 'date', slashes),
      column('Location', 'place', (e) => e.place.en),
      column('Men', 'killed.all.men', (e) => e.men, 'Killed'),
      column('Women', 'killed.all.women', (e) => e.women, 'Killed'),
      column('Girls', 'killed.all.girls', (e) => e.girls, 'Killed'),
      column('Boys', 'killed.all.boys', (e) => e.boys, 'Killed'),
      column('Lat', 'latitude', (e) => e.lat.toFixed(4), 'Coordinates'),
      column('Long', 'longitude', (e) => e.lon.toFixed(4), 'Coordinates'),
      column('Description', 'narrative', (e) => e.account.en),
    ],
  },
  {
    ...{ name: 'Arabic log', tongue: 'ar', separator: ',', below: 'total' },
    columns: [
      column('م', null, (e) => arabic(e.n)),
      column('التاريخ', 'date', (e) => arabic(slashes(e))),
      column('مكان الحادث', 'place', (e) => e.place.ar),
      column('المحافظة', 'adm1', (e) => e.province.ar),
      column('نوع الحادث', 'type', (e) => e.type.ar),
      column('الجهة المنفذة', 'perpetrator', (e) => e.actor.ar),
      column('عدد القتلى', 'killed.all.best', (e) => arabic(killed(e))),
      column('عدد الجرحى', 'injured.all.best', (e) => arabic(e.injured)),
      column('تفاصيل الحادث', 'narrative', (e) => e.account.ar),
      column('حالة التحقق', null, (e) => e.status.ar),
    ],
  },
  {
    ...{ name: 'KoboToolbox export, French form', tongue: 'fr', separator: ';' },
    columns: [
      column('start', null, (e) => `${iso(e)}T08:00:00.000+01:00`),
      column('end', null, (e) => `${iso(e)}T08:20:00.000+01:00`),
      column('incident/date_incident', 'date', iso),
      column('incident/type_incident', 'type', (e) => e.type.fr),
      column('incident/type_incident/pillage', null, (e) => (e.type.en === 'Looting' ? 1 : 0)),
      column('incident/type_incident/meurtre', null, (e) => (e.type.en === 'Killing' ? 1 : 0)),
      column('lieu/localite', 'place', (e) => e.place.fr),
      column('lieu/gps', 'coordinates', (e) => `${e.lat.toFixed(5)} ${e.lon.toFixed(5)} 0 4.5`),
      column('_lieu/gps_latitude', 'latitude', (e) => e.lat.toFixed(5)),
      column('_lieu/gps_longitude', 'longitude', (e) => e.lon.toFixed(5)),
      column('_lieu/gps_altitude', null, () => 0),
      column('_lieu/gps_precision', null, () => 4.5),
      column('victimes/tues', 'killed.all.best', killed),
      column('victimes/blesses', 'injured.all.best', (e) => e.injured),
      column('photo_URL', null, (e) => `https://forms.example.org/media/${e.n}.jpg`),
      column('_id', null, (e) => 4000 + e.n),
      column('_uuid', 'external_id', (e) => `0f8f3a2f-9f11-4d06-9a53-${String(e.n).padStart(12, '0')}`),
      column('_submission_time', null, (e) => `${iso(e)}T09:00:00`),
      column('_validation_status', null, () => 'Approved'),
    ],
  },
  {
    ...{ name: 'English spreadsheet with mixed headings', tongue: 'en', separator: '\t' },
    columns: [
      column('Case No.', 'external_id', (e) => `UV-${e.year}-${String(e.n).padStart(3, '0')}`),
      column(
        'When',
        'date',
        (e) =>
          `${e.day} ${['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][e.month - 1]} ${e.year}`,
      ),
      column('Where', 'place', (e) => e.place.en),
      column('Province', 'adm1', (e) => e.province.en),
      column('Nature of incident', 'type', (e) => e.type.en),
      column('Suspected perpetrator', 'perpetrator', (e) => e.actor.en),
      column('# killed', 'killed.all.best', killed),
      column('# women killed', 'killed.all.women', (e) => e.women),
      column('Soldiers killed', null, (e) => e.men),
      column('IDPs', 'displaced.all.best', (e) => e.displaced),
      column('Medical help given?', null, (e) => (e.yes ? 'Yes' : 'No')),
      column('Source', 'source', (e) => e.source.en),
      column('Follow up', 'notes', () => 'Visited the school.'),
    ],
  },
  {
    ...{ name: 'English log that tells victims in words', tongue: 'en', separator: ',' },
    columns: [
      column('Date of incident', 'date', iso),
      column('Village', 'place', (e) => e.place.en),
      column('Victims', 'target', (e) => `${killed(e)} killed (${e.women} women), ${e.injured} injured`),
      column('Summary', 'narrative', (e) => e.account.en),
    ],
  },
];
