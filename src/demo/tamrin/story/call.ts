/** 02:10: a missed call, an SMS and an Arabic page; the mast that went off before them. */
import { STORY_NIGHT } from '../clock.ts';
import { confirm, moment, on, said, source, type Teller } from './records.ts';

const CALL = source('s1', 'report', 'Member of the alert network (missed call)', 'F6', 'caller-1', ['when', 'where']);
const SMS = source('s2', 'report', 'SMS from the same number', 'F6', 'caller-1', ['when', 'where']);
const PAGE = source('s3', 'report', 'نداء بالعربية من معلمة القرية', 'C3', 'caller-2', ['when', 'where', 'figures']);
const CALLED_BACK = source('s4', 'own_observation', 'Call-back by the liaison assistant', 'B3', 'caller-1', [
  'when',
  'where',
]);
export function tellCall({ tell, idOf, v }: Teller): void {
  const night = STORY_NIGHT;
  tell('alert', v(0), 'near', { kind: 'observation', type: 'movement', when: on(night, 'minute') }, [
    [
      night,
      'duty_officer',
      'incident.record',
      {
        core: { title: `Alert: missed call – ${v(0).names.en}`, tags: ['Orlumi valley', 'alert'] },
        account: said(
          'en',
          `Missed call at 02:10 from a number of the alert network near ${v(0).names.en}. By agreement a missed call means armed men on the move.`,
          [CALL],
        ),
      },
    ],
    [
      moment(0, '02:31'),
      'duty_officer',
      'incident.edit',
      {
        account: said(
          'en',
          `Missed call at 02:10, then an SMS at 02:29 from the same number: “men many, lamps off, by the mill of ${v(0).names.en}”.`,
          [CALL, SMS],
        ),
      },
    ],
    [
      moment(0, '02:48'),
      'liaison_assistant',
      'incident.edit',
      {
        core: { title: `إنذار: مسلحون عند المطحنة – ${v(0).names.ar}` },
        account: said(
          'ar',
          `بعد المكالمة والرسالة وصل نداء بالعربية من معلمة القرية: «دخلوا من جهة المطحنة، نحو ستين، يسألون عن رجال بأسمائهم». أعدنا الاتصال بالرقم الأول فأجاب همسا ثم انقطع الخط.`,
          [CALL, SMS, PAGE, CALLED_BACK],
        ),
      },
    ],
    [
      moment(0, '05:45'),
      'duty_officer',
      'incident.edit',
      { core: { links: [{ relation: 'related', id: idOf('attack') }] } },
    ],
    confirm(moment(0, '05:50'), 'duty_officer', 'confirmed', 'The attack that the call warned of is on record.'),
  ]);
  tell('mast', v(1), 'exact', { kind: 'incident', type: 'cyber_attack', when: on(moment(0, '01:50'), 'minute') }, [
    [
      moment(0, '06:15'),
      'duty_officer',
      'incident.record',
      {
        core: {
          title: `Telephone mast off – ${v(1).names.en}`,
          parties: [{ name: 'Unidentified', type: 'unidentified', role: 'alleged_perpetrator' }],
          means: ['cyber'],
          damage: [
            { object: 'telecommunications', extent: 'out_of_service', count: 1, peopleAffected: 14_000, note: null },
          ],
          tags: ['Orlumi valley', 'cyber'],
          links: [{ relation: 'simultaneous', id: idOf('attack') }],
        },
        account: said(
          'en',
          `The mast that serves the upper valley went off at 01:50, twenty minutes before the first call. The operator says it was switched off from outside with a valid password.`,
          [source('s1', 'organisation', 'Network operator', 'B2', 'operator', ['when'])],
        ),
      },
    ],
    confirm(moment(4, '11:00'), 'analyst', 'confirmed', 'The operator handed over the log of the mast.'),
  ]);
}
