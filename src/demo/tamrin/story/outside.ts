/** Two records that look at the same night from elsewhere: a survivor's case, and a newspaper's row. */
import { OPEN_EVENTS } from '../life/outside.ts';
import { EMPTY_PROTECTED, estimate, moment, on, said, source, type Teller, verify } from './records.ts';

export function tellElsewhere({ tell, v }: Teller): void {
  tell(
    'case',
    v(0),
    'adm2',
    { kind: 'incident', type: 'sexual_violence', when: on(moment(-3, '00:00'), 'week', moment(3, '00:00')) },
    [
      [
        moment(6, '12:00'),
        'womens_protection_adviser',
        'incident.record',
        {
          core: {
            figures: [{ harm: 'sexual_violence', group: 'civilians', total: estimate(1, null, null), bySexAge: {} }],
          },
          protected: { ...EMPTY_PROTECTED, caseReference: 'GBVIMS-TM-0000000' },
          levels: { core: 'confidential', account: 'strictly_confidential', protected: 'strictly_confidential' },
          compartments: ['human_rights', 'womens_protection'],
        },
      ],
      verify(moment(7, '09:00'), 'womens_protection_adviser', 'allegation', null),
    ],
  );
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
}
