/**
 * The night in the valley (DESIGN §9), as the mission wrote it down: villages fall silent, the call at 02:10, the
 * attack, 25 dead and then 40, the road that stopped the patrol, and what came after. Rooms that do not exist yet
 * (warnings, responses, scores) will add their part.
 */
import { STORY_NIGHT } from './clock.ts';
import { OPEN_EVENTS } from './life/outside.ts';
import type { World } from './life/world.ts';
import { at } from './rng.ts';
import { tellAftermath } from './story-aftermath.ts';
import {
  CIVILIANS,
  EMPTY_PROTECTED,
  estimate,
  killed,
  moment,
  on,
  recordMaker,
  said,
  source,
} from './story-records.ts';
import type { Write } from './stream.ts';

export type Story = { writes: readonly Write[]; records: number };

const LANTERNS = 'Lantern Guard';
const EMBER = 'Ember Column';
const ARMY = 'Tamrin Field Army';

const CALL = source('s1', 'report', 'Member of the alert network (missed call)', 'F6', 'caller-1', ['when', 'where']);
const SMS = source('s2', 'report', 'SMS from the same number', 'F6', 'caller-1', ['when', 'where']);
const PAGE = source('s3', 'report', 'نداء بالعربية من معلمة القرية', 'C3', 'caller-2', ['when', 'where', 'figures']);
const CALLED_BACK = source('s4', 'own_observation', 'Call-back by the liaison assistant', 'B3', 'caller-1', [
  'when',
  'where',
]);
const SURVIVOR_LIST = source('s1', 'report', 'Families counted at the ford by the alert network', 'C3', 'ford', [
  'figures',
]);
const RADIO = source('s2', 'media', 'Radio Tidewater (invented), quoting the families at the ford', 'C4', 'ford', [
  'figures',
]);
const GRAVES = source(
  's3',
  'document',
  'Burial register and health post list, seen by the joint protection team',
  'B2',
  'register',
  ['figures', 'when'],
);

/** The story of this world; its place names are those of the seed. */
export function story(world: World): Story {
  const maker = recordMaker(world);
  const { tell, idOf } = maker;
  const valley = world.island.settlements.filter((s) => s.inValley);
  const v = (i: number) => at(valley, i % valley.length);
  const night = STORY_NIGHT;

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
      { core: { operational: 'confirmed', links: [{ relation: 'related', id: idOf('attack') }] } },
    ],
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
    [moment(4, '11:00'), 'analyst', 'incident.confirm', { core: { operational: 'confirmed' } }],
  ]);

  const suspects = (lanterns: 'possible' | 'likely', army: 'possible' | 'open', ember: 'possible' | 'unlikely') => [
    {
      id: 'h1',
      actor: LANTERNS,
      actorType: 'proxy_militia' as const,
      likelihood: lanterns,
      confidence: lanterns === 'likely' ? ('moderate' as const) : null,
      responsibility: lanterns === 'likely' ? ('direct' as const) : ('not_stated' as const),
    },
    {
      id: 'h2',
      actor: ARMY,
      actorType: 'state_security_force' as const,
      likelihood: army,
      confidence: null,
      responsibility: army === 'open' ? ('supporting' as const) : ('not_stated' as const),
    },
    {
      id: 'h3',
      actor: EMBER,
      actorType: 'non_state_armed_group' as const,
      likelihood: ember,
      confidence: ember === 'unlikely' ? ('moderate' as const) : null,
      responsibility: 'not_stated' as const,
    },
  ];
  const evidence = [
    {
      hypothesis: 'h1',
      side: 'for' as const,
      text: 'Several people saw yellow armbands; pick-ups without plates, as on the road twelve days before.',
      source: 's1',
    },
    {
      hypothesis: 'h1',
      side: 'against' as const,
      text: 'Anybody can tie on a yellow cloth; two men without armbands gave the orders.',
      source: null,
    },
    {
      hypothesis: 'h2',
      side: 'for' as const,
      text: 'The army post at the bridge, within hearing, did not leave its gate until daylight.',
      source: 's1',
    },
    {
      hypothesis: 'h2',
      side: 'against' as const,
      text: 'Nobody saw grey uniforms or heard army vehicles.',
      source: 's1',
    },
    {
      hypothesis: 'h3',
      side: 'for' as const,
      text: 'Stores were burned and the men left before dawn, as the Ember Column does.',
      source: null,
    },
  ];
  const unknown = { name: 'Unidentified armed men', type: 'unidentified', role: 'alleged_perpetrator' } as const;
  const report = (n: string, more = '') =>
    `Armed men entered ${v(0).names.en} from the side of the mill in the night to 20 May, called men out by name and shot at those who ran. ${n} Granaries and a row of houses were burned.${more}`;
  tell(
    'attack',
    v(0),
    'near',
    { kind: 'incident', type: 'attack_on_civilians', when: on(night, 'days_2_6', moment(1, '00:00')) },
    [
      [
        moment(0, '05:40'),
        'duty_officer',
        'incident.record',
        {
          core: {
            title: `Attack on civilians – ${v(0).names.en}`,
            when: on(night),
            parties: [unknown, CIVILIANS],
            figures: killed(5, null, null),
            means: ['firearms', 'fire'],
            hypotheses: suspects('possible', 'possible', 'possible'),
            links: [{ relation: 'related', id: idOf('alert') }],
            tags: ['Orlumi valley', 'grey zone', 'night'],
          },
          account: {
            ...said('en', report('At least five dead; the line broke off before anybody could say more.'), [
              source('s1', 'report', 'Call-back by the liaison assistant', 'C4', 'caller-1', ['where', 'figures']),
            ]),
            evidence: evidence.slice(0, 2),
          },
        },
      ],
      [
        moment(0, '07:10'),
        'duty_officer',
        'incident.edit',
        {
          core: { figures: killed(20, 25, 30) },
          account: { ...said('en', report('Families who reached the ford count 25 dead.'), [SURVIVOR_LIST]), evidence },
        },
      ],
      [
        moment(0, '13:00'),
        'duty_officer',
        'incident.edit',
        { core: { operational: 'being_confirmed' }, account: { sources: [SURVIVOR_LIST, RADIO] } },
      ],
      [
        moment(1, '16:30'),
        'analyst',
        'incident.edit',
        {
          core: {
            figures: [
              ...killed(36, 40, 44),
              { harm: 'injured', group: 'civilians', total: estimate(25, 31, 31), bySexAge: {} },
              { harm: 'displaced', group: 'civilians', total: estimate(1000, 1200, 1500), bySexAge: {} },
            ],
            damage: [
              { object: 'homes', extent: 'destroyed', count: 58, peopleAffected: 310, note: null },
              {
                object: 'crops_livestock',
                extent: 'destroyed',
                count: null,
                peopleAffected: 1200,
                note: 'Granaries of the whole village',
              },
            ],
          },
          account: said(
            'en',
            report(
              'Families at the ford counted 25 dead; the burial register and the list of the health post, which do not draw on them, give 40.',
              ' Some 1,200 people left for the river.',
            ),
            [SURVIVOR_LIST, RADIO, GRAVES],
          ),
        },
      ],
      [moment(2, '09:00'), 'analyst', 'incident.edit', { core: { when: on(moment(0, '02:35'), 'minute') } }],
      [moment(3, '18:20'), 'analyst', 'incident.confirm', { core: { operational: 'confirmed' } }],
      [moment(4, '10:00'), 'human_rights_officer', 'incident.verify', { core: { humanRights: 'allegation' } }],
      [
        moment(9, '10:00'),
        'human_rights_officer',
        'incident.verify',
        {
          core: {
            humanRights: 'being_verified',
            figures: [
              ...killed(38, 40, 42, {
                women: estimate(11, 11, 11),
                men: estimate(19, 19, 19),
                girls: estimate(3, 3, 3),
                boys: estimate(4, 4, 4),
                unknown: estimate(1, 3, 5),
              }),
              { harm: 'injured', group: 'civilians', total: estimate(31, 31, 31), bySexAge: {} },
              { harm: 'displaced', group: 'civilians', total: estimate(1150, 1200, 1250), bySexAge: {} },
            ],
          },
        },
      ],
      [
        moment(12, '14:45'),
        'analyst',
        'incident.edit',
        {
          core: {
            hypotheses: suspects('likely', 'open', 'unlikely'),
            parties: [{ name: LANTERNS, type: 'proxy_militia', role: 'alleged_perpetrator' }, CIVILIANS],
          },
          account: {
            evidence: [
              ...evidence,
              {
                hypothesis: 'h3',
                side: 'against',
                text: 'Three accounts place the Ember Column two days’ march to the south that night.',
                source: null,
              },
              {
                hypothesis: 'h1',
                side: 'for',
                text: 'Cartridge cases found at the mill match those left by the Lantern Guard at the ford in April.',
                source: 's3',
              },
            ],
          },
        },
      ],
      [moment(17, '16:00'), 'human_rights_officer', 'incident.verify', { core: { humanRights: 'reasonable_grounds' } }],
    ],
  );

  tell('case', v(0), 'adm2', { kind: 'incident', type: 'sexual_violence', when: on(night) }, [
    [
      moment(6, '12:00'),
      'womens_protection_adviser',
      'incident.record',
      {
        core: {
          humanRights: 'allegation',
          figures: [{ harm: 'sexual_violence', group: 'civilians', total: estimate(1, null, null), bySexAge: {} }],
        },
        protected: { ...EMPTY_PROTECTED, caseReference: 'GBVIMS-TM-0000000' },
        levels: { core: 'confidential', account: 'strictly_confidential', protected: 'strictly_confidential' },
        compartments: ['human_rights', 'womens_protection'],
      },
    ],
  ]);
  const theirs = (n: number) => ({
    figures: [{ harm: 'killed' as const, group: 'all' as const, total: estimate(n, n, n), bySexAge: {} }],
  });
  tell('their row', v(1), 'near', { kind: 'incident', type: 'attack_on_civilians', when: on(moment(1, '00:00')) }, [
    [
      moment(6, '06:00'),
      'data_officer',
      'incident.import',
      {
        core: {
          ...theirs(19),
          parties: [
            { name: 'Unidentified Armed Group (Tamrin)', type: 'unidentified', role: 'party' },
            { name: 'Civilians (Tamrin)', type: 'civilians', role: 'party' },
          ],
          tags: [],
          origin: { dataset: OPEN_EVENTS.slug, externalId: 'TOE-STORY-1', sourceType: 'Violence against civilians' },
        },
        account: {
          ...said('en', `21 May 2031: gunmen killed 19 people in ${v(1).names.en}, a newspaper reported.`, [
            source('s1', 'data_set', OPEN_EVENTS.name, 'C3', 'toe-story', []),
          ]),
          extra: { event_id: 'TOE-STORY-1' },
        },
        levels: { core: 'internal', account: 'internal', protected: 'strictly_confidential' },
      },
    ],
    [moment(13, '06:00'), 'data_officer', 'incident.import', { core: theirs(31) }],
  ]);
  tellAftermath(maker, v);
  return { writes: maker.writes, records: maker.records() };
}
