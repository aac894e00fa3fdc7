/** The months before: villages fall silent one after the other, and nobody adds it up in time. */
import { moment, on, said, type Teller } from './records.ts';

export function tellBefore({ tell, v }: Teller): void {
  tell(
    'silence 1',
    v(2),
    'exact',
    {
      kind: 'observation',
      type: 'service_interrupted',
      when: on(moment(-138, '00:00'), 'week', moment(-132, '00:00')),
    },
    [
      [
        moment(-131, '09:20'),
        'liaison_assistant',
        'incident.record',
        {
          core: { title: `Nobody answers – ${v(2).names.en}` },
          account: said(
            'en',
            `None of the three numbers in ${v(2).names.en} has answered for a week. The last call spoke of new faces at the mill.`,
          ),
        },
      ],
    ],
  );
  tell(
    'silence 2',
    v(3),
    'exact',
    { kind: 'observation', type: 'service_interrupted', when: on(moment(-121, '00:00')) },
    [
      [
        moment(-119, '10:05'),
        'field_officer_ar',
        'incident.record',
        {
          core: { title: `لا أحد يجيب – ${v(3).names.ar}` },
          account: said(
            'ar',
            `توقفت المكالمات من ${v(3).names.ar}. يقول سائق الحافلة إن الناس لم يعودوا يخرجون إلى الطريق، ولم ينزل أحد في القرية ولم يصعد منها أحد.`,
          ),
        },
      ],
    ],
  );
  tell(
    'silence 3',
    v(4),
    'exact',
    { kind: 'observation', type: 'service_interrupted', when: on(moment(-99, '00:00')) },
    [
      [
        moment(-96, '15:40'),
        'field_officer_fr',
        'incident.record',
        {
          core: { title: `Plus de réponse – ${v(4).names.fr}` },
          account: said(
            'fr',
            `Troisième localité de la vallée sans nouvelles en six semaines : à ${v(4).names.fr}, le marché ne se tient plus et le relais téléphonique reste éteint. Le silence n’est pas le calme.`,
          ),
        },
      ],
    ],
  );
  tell('tension', v(0), 'exact', { kind: 'observation', type: 'tension', when: on(moment(-45, '00:00')) }, [
    [
      moment(-44, '08:30'),
      'field_officer_fr',
      'incident.record',
      {
        core: { title: `Tensions – ${v(0).names.fr}` },
        account: said(
          'fr',
          `À ${v(0).names.fr}, des familles envoient leurs enfants en aval. On exige d’elles des « droits de route », payables avant la pleine lune.`,
        ),
      },
    ],
  ]);
  tell('movement', v(1), 'near', { kind: 'observation', type: 'movement', when: on(moment(-12, '21:00'), 'hour') }, [
    [
      moment(-11, '07:15'),
      'liaison_assistant',
      'incident.record',
      {
        core: { title: `تحرك مسلحين – ${v(1).names.ar}` },
        account: said(
          'ar',
          `عد راع نحو ستين رجلا وثماني شاحنات صغيرة بلا لوحات قرب ${v(1).names.ar}. بعضهم يحمل شارات صفراء، وآخرون لا يحملون شيئا.`,
        ),
      },
    ],
  ]);
  tell('meeting', v(0), 'exact', { kind: 'activity', type: 'meeting', when: on(moment(-6, '00:00')) }, [
    [
      moment(-6, '17:00'),
      'field_officer_en',
      'incident.record',
      {
        core: { title: `Meeting with an elder – ${v(0).names.en}`, operational: 'confirmed' },
        account: said(
          'en',
          `We asked an elder of ${v(0).names.en} to open the threshing floor to families at night and to speak to the men on the road. He will try; we put his chances at four in ten.`,
        ),
      },
    ],
  ]);
}
