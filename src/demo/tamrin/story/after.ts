/** The hours and days after the night: the road, the families, the barrier, the rumour, the reprisal, the answer. */
import { CIVILIANS, confirm, killed, moment, on, said, source, type Teller } from './records.ts';

const MISSION = { name: 'Protection Mission in Tamrin', type: 'own_partner_force', role: 'present' } as const;

export function tellAftermath({ tell, idOf, v }: Teller): void {
  const toAttack = (relation: 'related' | 'in_response_to' | 'reprisal_for') => [{ relation, id: idOf('attack') }];
  tell('patrol', v(5), 'near', { kind: 'activity', type: 'patrol', when: on(moment(0, '03:40'), 'minute') }, [
    [
      moment(0, '04:25'),
      'military_officer',
      'incident.record',
      {
        core: {
          title: `Patrol stopped by the road – ${v(5).names.en}`,
          parties: [MISSION],
          operational: 'confirmed',
          links: [{ relation: 'in_response_to', id: idOf('alert') }],
        },
        account: said(
          'en',
          `The night patrol left at 03:05 and turned back at the washed-out crossing below ${v(5).names.en} at 03:40. Reason logged: night and road. A second attempt is set for first light.`,
        ),
      },
    ],
    [
      moment(0, '09:30'),
      'military_officer',
      'incident.edit',
      {
        account: said(
          'en',
          `The night patrol left at 03:05 and turned back at the washed-out crossing below ${v(5).names.en} at 03:40. Reason logged: night and road. The second attempt reached the village at 08:10, five hours after the call.`,
        ),
      },
    ],
  ]);
  tell('walk', v(5), 'exact', { kind: 'activity', type: 'accompaniment', when: on(moment(0, '04:30'), 'hour') }, [
    [
      moment(0, '11:00'),
      'liaison_assistant',
      'incident.record',
      {
        core: {
          title: `مرافقة أسر إلى ${v(5).names.ar}`,
          parties: [{ name: 'Ford Committee (local partner)', type: 'civilians', role: 'present' }],
          operational: 'confirmed',
          links: toAttack('in_response_to'),
        },
        account: said(
          'ar',
          `رافقت لجنة المخاضة، وهي شريك محلي، ثلاثا وستين أسرة من ${v(0).names.ar} عبر المخاضة إلى ${v(5).names.ar} قبل الفجر. لم يصب أحد في الطريق.`,
        ),
      },
    ],
  ]);
  tell('displaced', v(5), 'exact', { kind: 'observation', type: 'displacement_seen', when: on(moment(1, '00:00')) }, [
    [
      moment(1, '12:10'),
      'field_officer_fr',
      'incident.record',
      {
        core: { title: `Population en mouvement – ${v(5).names.fr}`, links: toAttack('related') },
        account: said(
          'fr',
          `Environ 1 200 personnes dorment dans l’école et sur la place ${v(5).names.fr}. Il manque de l’eau et des couvertures ; beaucoup cherchent encore un proche.`,
        ),
      },
    ],
  ]);
  tell('barrier', v(1), 'exact', { kind: 'incident', type: 'denial_of_access', when: on(moment(1, '10:00'), 'hour') }, [
    [
      moment(1, '13:30'),
      'field_officer_fr',
      'incident.record',
      {
        core: {
          title: `Accès refusé – ${v(1).names.fr}`,
          parties: [
            { name: 'Tamrin Field Army', type: 'state_security_force', role: 'alleged_perpetrator' },
            { name: MISSION.name, type: MISSION.type, role: 'target' },
          ],
          means: ['none'],
          tags: ['Orlumi valley', 'access'],
          links: toAttack('related'),
        },
        account: said(
          'fr',
          `L’équipe conjointe de protection a été arrêtée à la barrière de l’armée à ${v(1).names.fr}, au motif d’un ordre verbal. Elle a attendu quatre heures avant de faire demi-tour.`,
          [source('s1', 'own_observation', 'Équipe conjointe de protection', 'A1', 'own', ['when', 'where'])],
        ),
      },
    ],
    confirm(moment(2, '08:00'), 'duty_officer', 'confirmed', 'Seen by our own team.'),
  ]);
  tell('rumour', v(1), 'exact', { kind: 'observation', type: 'rumour', when: on(moment(2, '00:00')) }, [
    [
      moment(2, '19:00'),
      'field_officer_ar',
      'incident.record',
      {
        core: { title: `شائعة – ${v(1).names.ar}`, links: toAttack('related') },
        account: said(
          'ar',
          `يتناقل الناس في ${v(1).names.ar} رسالة صوتية تقول إن البعثة دلت المهاجمين على القرية. لم نجد من سمع ذلك من شاهد.`,
        ),
      },
    ],
    confirm(
      moment(6, '10:30'),
      'analyst',
      'disproved',
      'The voice message was recorded before the night it speaks of.',
    ),
  ]);
  tell('pillage', v(3), 'exact', { kind: 'incident', type: 'pillage_destruction', when: on(moment(2, '00:00')) }, [
    [
      moment(3, '09:45'),
      'field_officer_en',
      'incident.record',
      {
        core: {
          title: `Pillage – ${v(3).names.en}`,
          parties: [{ name: 'Lantern Guard', type: 'proxy_militia', role: 'alleged_perpetrator' }, CIVILIANS],
          means: ['fire'],
          damage: [{ object: 'market', extent: 'looted', count: 1, peopleAffected: 900, note: null }],
          links: toAttack('related'),
        },
        account: said(
          'en',
          `Men with yellow armbands emptied the shops of ${v(3).names.en} and loaded salt and cloth on pick-ups. Nobody was hurt; nobody tried to stop them.`,
          [source('s1', 'report', 'Member of the alert network', 'B3', 'caller-7', ['when', 'where'])],
        ),
      },
    ],
  ]);
  tell(
    'visit',
    v(0),
    'exact',
    { kind: 'activity', type: 'visit', when: on(moment(3, '00:00'), 'days_2_6', moment(4, '00:00')) },
    [
      [
        moment(4, '18:00'),
        'human_rights_officer',
        'incident.record',
        {
          core: {
            title: `Visite de l’équipe conjointe – ${v(0).names.fr}`,
            parties: [MISSION],
            operational: 'confirmed',
            links: toAttack('in_response_to'),
          },
          account: said(
            'fr',
            `Deux jours à ${v(0).names.fr} : registre des inhumations, liste du poste de santé, quarante entretiens. Les familles demandent qui viendra la prochaine nuit.`,
          ),
        },
      ],
    ],
  );
  tell('reprisal', v(1), 'near', { kind: 'incident', type: 'mob_violence', when: on(moment(5, '21:30'), 'hour') }, [
    [
      moment(6, '08:20'),
      'field_officer_en',
      'incident.record',
      {
        core: {
          title: `Mob violence – ${v(1).names.en}`,
          parties: [
            { name: 'Orlumi Village Watch', type: 'self_defence_group', role: 'alleged_perpetrator' },
            CIVILIANS,
          ],
          figures: killed(3, 3, 4),
          means: ['bladed_blunt'],
          tags: ['Orlumi valley', 'reprisal'],
          links: toAttack('reprisal_for'),
        },
        account: said(
          'en',
          `Men of the Village Watch stopped traders near ${v(1).names.en} whom they accused of having guided the attackers, and killed three of them.`,
          [source('s1', 'report', 'Member of the alert network', 'C3', 'caller-9', ['when', 'figures'])],
        ),
      },
    ],
    confirm(
      moment(8, '15:00'),
      'analyst',
      'confirmed',
      'Two families of the dead came to the base, apart from one another.',
    ),
  ]);
  tell('told', v(5), 'exact', { kind: 'activity', type: 'other_activity', when: on(moment(8, '00:00')) }, [
    [
      moment(8, '17:30'),
      'liaison_assistant',
      'incident.record',
      {
        core: {
          title: `ما نستطيعه وما لا نستطيعه – ${v(5).names.ar}`,
          parties: [MISSION],
          operational: 'confirmed',
          links: toAttack('in_response_to'),
        },
        account: said(
          'ar',
          `قيل للأسر في ${v(5).names.ar} بوضوح ما تستطيع البعثة فعله وما لا تستطيعه: دورية كل صباح، ورقم يجيب ليلا، ولا وعد بالوصول قبل الفجر.`,
        ),
      },
    ],
  ]);
}
