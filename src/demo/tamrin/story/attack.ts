/** What happened at the mill: 5, then 25, then 40 dead; three hypotheses, and how two of them weakened. */
import { STORY_NIGHT } from '../clock.ts';
import { CIVILIANS, confirm, estimate, killed, moment, on, said, source, type Teller, verify } from './records.ts';

const LANTERNS = 'Lantern Guard';
const EMBER = 'Ember Column';
const ARMY = 'Tamrin Field Army';

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

export function tellAttack({ tell, idOf, v }: Teller): void {
  const night = STORY_NIGHT;
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
      [moment(0, '12:50'), 'duty_officer', 'incident.edit', { account: { sources: [SURVIVOR_LIST, RADIO] } }],
      confirm(
        moment(0, '13:00'),
        'duty_officer',
        'being_confirmed',
        'The radio quotes the same families: one origin so far.',
      ),
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
      confirm(moment(3, '18:20'), 'analyst', 'confirmed', 'Two origins, and a team has stood at the graves.'),
      verify(moment(4, '10:00'), 'human_rights_officer', 'allegation', 'Received; a visit is under way.'),
      verify(moment(9, '10:00'), 'human_rights_officer', 'being_verified', 'Forty interviews, registers copied.'),
      [
        moment(9, '11:30'),
        'human_rights_officer',
        'incident.edit',
        {
          core: {
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
      verify(
        moment(17, '16:00'),
        'human_rights_officer',
        'reasonable_grounds',
        'Visited, witnesses heard apart, two registers compared.',
      ),
    ],
  );
}
