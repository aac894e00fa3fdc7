/** Field reports in English. */
import type { Phrases } from './phrases.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const monthName = (day: string) => MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
const people = (n: number) => (n === 1 ? 'one person' : `${n} people`);

export const en: Phrases = {
  says: {
    armed_clash: {
      title: 'Armed clash',
      clauses: [
        'fighting broke out between {a} and {b} outside {place} and went on for some hours',
        '{a} and {b} exchanged fire at the approaches to {place}',
        'a column of {a} was ambushed on the road to {place}, reportedly by {b}',
      ],
    },
    territory_change: {
      title: 'Change of control',
      clauses: [
        '{a} left {place} and {b} moved in without much resistance',
        'control of {place} passed from {b} to {a} after a short fight',
      ],
    },
    attack_on_civilians: {
      title: 'Attack on civilians',
      clauses: [
        '{who} entered {place} from several sides and fired at people who were running away',
        '{who} went from house to house in {place} asking for men by name',
        '{who} stopped travellers near {place} and attacked those who refused to hand over their goods',
        '{who} opened fire on people working in the fields of {place}',
      ],
    },
    summary_killing: {
      title: 'Killing',
      clauses: [
        '{who} took residents of {place} out of a house and killed them behind the mill',
        'bodies with bound hands were found by the river below {place}; residents say {who} had led them away the evening before',
      ],
    },
    torture_ill_treatment: {
      title: 'Ill-treatment',
      clauses: [
        '{who} beat people whom they held at a post near {place}',
        'people released from a post near {place} said that {who} had beaten them during questioning',
      ],
    },
    sexual_violence: { title: 'Conflict-related sexual violence', clauses: [] },
    abduction: {
      title: 'Abduction',
      clauses: [
        '{who} took people away from {place} towards the hills',
        '{who} stopped a lorry near {place} and led the passengers off on foot',
      ],
    },
    enforced_disappearance: {
      title: 'Disappearance',
      clauses: [
        '{who} took a resident of {place} from home; no post admits to holding anyone of that name',
        'a person last seen with {who} at the {place} checkpoint has not come home',
      ],
    },
    arbitrary_detention: {
      title: 'Arrests',
      clauses: [
        '{who} arrested young men at the market of {place} without giving a reason',
        '{who} held travellers at {place} whose papers came from another area',
      ],
    },
    forced_displacement: {
      title: 'Forced displacement',
      clauses: [
        '{who} gave the families of {place} until nightfall to leave',
        '{who} drove the residents of {place} from their homes and closed the track behind them',
      ],
    },
    recruitment_of_children: { title: 'Recruitment of children', clauses: [] },
    attack_on_school: {
      title: 'Attack on a school',
      clauses: [
        '{who} set fire to the roof of the school in {place}',
        '{who} slept in the school of {place} and carried off the benches as firewood',
      ],
    },
    attack_on_health: {
      title: 'Attack on health care',
      clauses: [
        '{who} searched the health post of {place} for wounded fighters and took the medicines',
        '{who} fired at the ambulance on its way to {place}',
      ],
    },
    attack_on_humanitarian: {
      title: 'Attack on aid workers',
      clauses: [
        '{who} stopped an aid convoy short of {place} and unloaded two of its lorries',
        '{who} entered a relief compound in {place}, tied up the guard and took radios and cash',
      ],
    },
    attack_on_peacekeepers: {
      title: 'Attack on the Mission',
      clauses: [
        '{who} fired at a patrol of the Mission on its way back from {place}',
        'a patrol of the Mission came under fire at the ford of {place}; {who} are said to have been seen there',
      ],
    },
    denial_of_access: {
      title: 'Access refused',
      clauses: [
        '{who} turned back a joint team at the barrier of {place}, quoting an order that nobody could show',
        '{who} let no lorry with grain through to {place}',
      ],
    },
    pillage_destruction: {
      title: 'Pillage',
      clauses: [
        '{who} emptied the granaries of {place} and burned what they could not carry',
        '{who} looted shops in {place} and drove off with two vehicles',
        '{who} drove away the herd of {place} and broke the pump',
      ],
    },
    shelling: {
      title: 'Shelling',
      clauses: [
        '{who} fired shells that fell among the houses of {place}',
        'shells fell on the edge of {place}; residents blame {who}, who have a gun in the area',
      ],
    },
    air_drone_strike: {
      title: 'Drone strike',
      clauses: [
        'a drone dropped a charge on the square of {place}; residents suspect {who}',
        'a drone circled over {place} for some time and then struck a parked lorry; it is thought to belong to {who}',
      ],
    },
    suicide_bomb: {
      title: 'Bomb attack',
      clauses: ['a person carrying explosives blew up at the entrance to the market of {place}; {who} are suspected'],
    },
    ied_landmine: {
      title: 'Explosive device',
      clauses: [
        'a cart drove over an explosive device on the track to {place}, laid, it is believed, by {who}',
        'a device hidden under a culvert near {place} went off as a bus passed; {who} had been seen there the day before',
      ],
    },
    chemical_weapon: {
      title: 'Irritant gas',
      clauses: [
        'residents of {place} complained of burning eyes and vomiting after canisters had come down; they name {who}',
      ],
    },
    cyber_attack: {
      title: 'Cyber attack',
      clauses: [
        'the payment system and the telephone mast serving {place} failed within minutes of one another; technicians speak of an intrusion and suspect {who}',
        'somebody sent false evacuation messages from the account of the town hall of {place}; technicians suspect {who}',
      ],
    },
    mob_violence: {
      title: 'Mob violence',
      clauses: [
        'a crowd in {place}, among it {who}, beat people accused of spying',
        'a crowd led by {who} set fire to the house of a trader in {place}',
      ],
    },
    riot: {
      title: 'Riot',
      clauses: [
        'young people in {place} threw stones at the town hall after the price of bread had gone up; {who} are said to have egged them on',
      ],
    },
    peaceful_protest: {
      title: 'Protest',
      clauses: [
        'some hundreds of women marched through {place} and asked for the road to be reopened',
        'teachers in {place} sat down before the prefecture over unpaid salaries',
      ],
    },
    protest_repressed: {
      title: 'Protest broken up',
      clauses: ['{who} broke up a march in {place} with sticks and tear gas'],
    },
    excessive_force_protest: {
      title: 'Shots at protesters',
      clauses: ['{who} fired live rounds at a crowd that had gathered in {place}'],
    },
    communal_violence: {
      title: 'Communal violence',
      clauses: [
        '{a} and {b} fought over trampled fields near {place}',
        'a quarrel at the well of {place} drew in {a} and {b}, who burned each other’s shelters',
      ],
    },
    siege_restriction: {
      title: 'Siege',
      clauses: [
        '{who} closed both tracks into {place}; the market has had no salt or fuel since',
        '{who} allow only women to leave {place}, and only on foot',
      ],
    },
    threat_intimidation: {
      title: 'Threats',
      clauses: [
        '{who} left a letter at the mosque and the chapel of {place} telling people not to speak to the Mission',
        '{who} warned the elders of {place} not to let the herds through',
        'health workers in {place} were told by telephone to stop work; the callers said they were {who}',
      ],
    },
    hate_incitement: {
      title: 'Incitement',
      clauses: [
        'a voice message calling newcomers in {place} “weeds to be pulled” went round; it is ascribed to {who}',
      ],
    },
    other_event: {
      title: 'Incident with vehicle',
      clauses: ['a vehicle carrying {who} struck people at the roadside in {place}'],
    },
    movement: {
      title: 'Movement of armed men',
      clauses: [
        'about {n} armed men on motorbikes were seen crossing towards {place}',
        'people near {place} heard vehicles without lights pass for most of an hour',
        'a herder counted {n} armed men resting by the spring above {place}',
      ],
    },
    tension: {
      title: 'Tension',
      clauses: [
        'shops in {place} closed early and families sent children to relatives',
        'elders of {place} say that herders and growers no longer greet each other at the well',
      ],
    },
    rumour: {
      title: 'Rumour',
      clauses: [
        'a rumour in {place} has it that the Mission is about to leave and that the base will be handed over',
        'people in {place} are told that the vaccination team marks houses for an attack; there is no sign of that',
      ],
    },
    displacement_seen: {
      title: 'People on the move',
      clauses: [
        'about {n} people with bundles and goats were seen on the track out of {place}',
        'some {n} newcomers, most of them women with children, are sleeping in the school of {place}',
      ],
    },
    service_interrupted: {
      title: 'Nobody answers',
      clauses: [
        'none of the three numbers we have in {place} has answered for nine days',
        'the radio of {place} has gone silent and the Wednesday bus came back empty',
      ],
    },
    agreement: {
      title: 'Local agreement',
      clauses: ['herders and growers around {place} agreed on dates for crossing the fields, before witnesses'],
    },
    group_change: {
      title: 'Change in a group',
      clauses: ['a commander known around {place} is said to have left with his men'],
    },
    other_observation: {
      title: 'Observation',
      clauses: [
        'prices at the market of {place} doubled within a week',
        'the ferry at {place} has stopped running after dark',
      ],
    },
    patrol: {
      title: 'Patrol',
      clauses: [
        'a patrol of the Mission drove to {place}, spoke with women at the pump and came back before dusk',
        'a foot patrol went through the market of {place}; people asked when it would come at night',
      ],
    },
    meeting: {
      title: 'Meeting',
      clauses: [
        'the field office met the elders of {place}; they fear the end of the harvest',
        'the women’s committee of {place} set out which paths it no longer uses',
      ],
    },
    visit: { title: 'Visit', clauses: ['a joint protection team stayed two days in {place} and heard forty people'] },
    accompaniment: {
      title: 'Accompaniment',
      clauses: [
        'two colleagues walked with the women of {place} to the fields and back',
        'a team accompanied traders from {place} as far as the bridge',
      ],
    },
    training: {
      title: 'Training',
      clauses: ['twelve members of the alert network in {place} practised calling in and keeping silent'],
    },
    dialogue: {
      title: 'Dialogue',
      clauses: ['herders and growers sat together in {place}; they agreed to meet again, on little else'],
    },
    escort: {
      title: 'Escort',
      clauses: ['a grain convoy reached {place} under escort; one lorry turned back with a broken axle'],
    },
    other_activity: {
      title: 'Activity',
      clauses: ['the field office put up boards in {place} saying what the Mission can and cannot do'],
    },
  },
  openings: {
    night: ['In the night to {date}', 'In the early hours of {date}', 'On {date}, long before daylight (about {time})'],
    timed: ['On {date}, around {time}', 'At about {time} on {date}', 'Towards {time} on {date}'],
    day: ['On {date}', 'In the course of {date}', 'On {date}, at an hour that sources give differently'],
    market: ['On market day, {date}', 'On {date}, while the market was full'],
    range: ['Between {from} and {to}', 'On a day between {from} and {to}'],
    month: ['At some time in {month}', 'In {month}, on a date nobody can give'],
  },
  sentence: (opening, clause) => `${opening}, ${clause}.`,
  toll: (t, atLeast) => {
    const parts = [
      t.killed > 0 && `${people(t.killed)} ${t.killed === 1 ? 'was' : 'were'} killed`,
      t.injured > 0 && `${t.injured} injured`,
      t.abducted > 0 && `${t.abducted} taken away`,
      t.arrested > 0 && `${t.arrested} arrested`,
      t.displaced > 0 && `about ${t.displaced} displaced`,
    ].filter((p) => p !== false);
    const last = parts.pop();
    if (last === undefined) return '';
    const list = parts.length > 0 ? `${parts.join(', ')} and ${last}` : last;
    return `${atLeast ? 'According to first accounts, which may be too low: ' : 'As it stands: '}${list}.`;
  },
  aftermath: {
    always: [
      'By morning most families had left for the river.',
      'The army post, an hour away, did not send anyone.',
      'Shops have stayed closed since.',
      'Elders ask for a patrol before the next market.',
      'Some families returned the next day to look for their animals.',
      'The road was passable only for motorbikes.',
      'Neighbouring villages set up night watches.',
      'The telephone network was down for most of the day.',
    ],
    dead: 'A funeral was held the same afternoon.',
    hurt: 'The wounded were carried to the health post on doors.',
  },
  doubts: {
    always: [
      'We have not been to the place.',
      'Two accounts repeat the same caller.',
      'Nobody we spoke to had seen it begin.',
      'The authorities give another version.',
      'The place was visited and the traces fit.',
    ],
    number: ['The number rests on a single account.', 'Names were compared with the list of the health post.'],
  },
  secondSource: 'First accounts gave {first} dead; a second source, independent of them, gives {n}.',
  notes: {
    checking: 'Two calls are out to people who live there; a patrol is asked to pass by.',
    confirmed: 'Confirmed by the operations centre from two accounts that do not draw on one another.',
    disproved: 'A team went there: nothing of the kind happened. The account goes back to an older event.',
    allegation: 'Received by human rights; not yet examined.',
    verifying: 'Interviews have begun; the place is to be visited.',
    suspicion: 'Accounts agree in outline; the place could not be reached.',
    grounds: 'Reasonable grounds to believe: visited, heard apart from one another, compared with registers.',
    notVerified: 'Could not be verified: those who knew have left and cannot be reached safely.',
  },
  evidenceFor: [
    'Two witnesses describe {sign}, as {actor} use.',
    '{actor} had threatened this place a week before.',
    'The way it was done fits what {actor} did in {area} last season.',
    'A call overheard at the time mentions {actor} by name.',
    'Tracks lead towards a camp that {actor} hold.',
  ],
  evidenceAgainst: [
    '{actor} have not been seen on this side of the river since the floods.',
    'A spokesman denied it the same day; the denial names details that others did not know.',
    'The weapons heard are not those that {actor} are known to have.',
    'At that hour {actor} were engaged elsewhere, by three accounts.',
    'Nobody saw {sign}, which is unusual for {actor}.',
  ],
  unidentified: { members: 'armed men whom nobody could name', definite: 'an unidentified group' },
  sources: {
    focalPoint: 'Member of the alert network',
    radio: 'Radio Tidewater (invented)',
    patrol: 'Patrol report of the Mission',
    clinic: 'Register of the health post',
    authority: 'Office of the prefect',
    organisation: 'Open Hands Relief (invented)',
  },
  date: (day) => `${Number(day.slice(8))} ${monthName(day)} ${day.slice(0, 4)}`,
  month: (day) => `${monthName(day)} ${day.slice(0, 4)}`,
};
