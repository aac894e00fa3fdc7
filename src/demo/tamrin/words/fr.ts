/** Comptes rendus de terrain en français. */
import type { Phrases } from './phrases.ts';

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];
const monthName = (day: string) => MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
const people = (n: number) => (n === 1 ? 'une personne' : `${n} personnes`);
const plural = (n: number) => (n === 1 ? '' : 's');

export const fr: Phrases = {
  says: {
    armed_clash: {
      title: 'Affrontement armé',
      clauses: [
        'des combats ont opposé {a} et {b} aux abords de la localité {dplace}, plusieurs heures durant',
        '{a} et {b} ont échangé des tirs à l’entrée de la localité {dplace}',
        'une colonne est tombée dans une embuscade sur la route {dplace} ; y seraient impliqués {a} et {b}',
      ],
    },
    territory_change: {
      title: 'Changement de contrôle',
      clauses: [
        'la localité {dplace} a changé de mains, entre {a} et {b}, sans grande résistance',
        'après un bref combat avec {b}, la localité {dplace} est passée sous un autre contrôle : {a} y tient désormais les accès',
      ],
    },
    attack_on_civilians: {
      title: 'Attaque contre des civils',
      clauses: [
        '{who} ont pénétré dans {place} par plusieurs côtés et tiré sur des habitants en fuite',
        '{who} sont allés de maison en maison à {place}, demandant des hommes par leur nom',
        '{who} ont arrêté des voyageurs près {dplace} et s’en sont pris à ceux qui refusaient de céder leurs biens',
        '{who} ont ouvert le feu sur des habitants {dplace} qui travaillaient aux champs',
      ],
    },
    summary_killing: {
      title: 'Exécution',
      clauses: [
        '{who} ont sorti des habitants {dplace} d’une maison et les ont tués derrière le moulin',
        'des corps aux mains liées ont été retrouvés au bord du fleuve en aval {dplace} ; selon des riverains, {who} les avaient emmenés la veille',
      ],
    },
    torture_ill_treatment: {
      title: 'Mauvais traitements',
      clauses: [
        '{who} ont battu des personnes retenues à un poste près {dplace}',
        'des personnes libérées d’un poste proche {dplace} disent que {who} les ont frappées pendant l’interrogatoire',
      ],
    },
    sexual_violence: { title: 'Violence sexuelle liée au conflit', clauses: [] },
    abduction: {
      title: 'Enlèvement',
      clauses: [
        '{who} ont emmené des habitants {dplace} vers les collines',
        '{who} ont arrêté un camion près {dplace} et emmené les passagers à pied',
      ],
    },
    enforced_disappearance: {
      title: 'Disparition',
      clauses: [
        '{who} ont emmené de chez lui un habitant {dplace} ; aucun poste ne reconnaît le détenir',
        'une personne vue pour la dernière fois avec {who} au barrage {dplace} n’est pas rentrée',
      ],
    },
    arbitrary_detention: {
      title: 'Arrestations',
      clauses: [
        '{who} ont arrêté des jeunes au marché {dplace} sans donner de motif',
        '{who} ont retenu à {place} des voyageurs dont les papiers venaient d’une autre région',
      ],
    },
    forced_displacement: {
      title: 'Déplacement forcé',
      clauses: [
        '{who} ont donné aux familles {dplace} jusqu’au soir pour partir',
        '{who} ont chassé les habitants {dplace} et fermé la piste derrière eux',
      ],
    },
    recruitment_of_children: { title: 'Recrutement d’enfants', clauses: [] },
    attack_on_school: {
      title: 'Attaque contre une école',
      clauses: [
        '{who} ont mis le feu au toit de l’école {dplace}',
        '{who} ont dormi dans l’école {dplace} et emporté les bancs comme bois de feu',
      ],
    },
    attack_on_health: {
      title: 'Attaque contre les soins',
      clauses: [
        '{who} ont fouillé le poste de santé {dplace} à la recherche de blessés et pris les médicaments',
        '{who} ont tiré sur l’ambulance en route vers {place}',
      ],
    },
    attack_on_humanitarian: {
      title: 'Attaque contre des humanitaires',
      clauses: [
        '{who} ont arrêté un convoi d’aide avant {place} et déchargé deux camions',
        '{who} sont entrés dans une base de secours à {place}, ont ligoté le gardien et pris des radios et de l’argent',
      ],
    },
    attack_on_peacekeepers: {
      title: 'Attaque contre la Mission',
      clauses: [
        '{who} ont tiré sur une patrouille de la Mission qui revenait {dplace}',
        'une patrouille de la Mission a essuyé des tirs au gué {dplace} ; {who} y auraient été vus',
      ],
    },
    denial_of_access: {
      title: 'Accès refusé',
      clauses: [
        '{who} ont fait rebrousser chemin à une équipe conjointe à la barrière {dplace}, invoquant un ordre que personne n’a pu montrer',
        '{who} n’ont laissé passer aucun camion de grain vers {place}',
      ],
    },
    pillage_destruction: {
      title: 'Pillage',
      clauses: [
        '{who} ont vidé les greniers {dplace} et brûlé ce qu’ils ne pouvaient emporter',
        '{who} ont pillé des boutiques à {place} et sont repartis avec deux véhicules',
        '{who} ont emmené le troupeau {dplace} et brisé la pompe',
      ],
    },
    shelling: {
      title: 'Bombardement',
      clauses: [
        '{who} ont tiré des obus tombés entre les maisons {dplace}',
        'des obus sont tombés en bordure {dplace} ; les habitants accusent {who}, qui ont une pièce dans la zone',
      ],
    },
    air_drone_strike: {
      title: 'Frappe de drone',
      clauses: [
        'un drone a lâché une charge sur la place {dplace} ; les habitants soupçonnent {who}',
        'un drone a tourné un moment au-dessus {dplace}, puis frappé un camion à l’arrêt ; des habitants mettent en cause {who}',
      ],
    },
    suicide_bomb: {
      title: 'Attentat',
      clauses: [
        'une personne portant des explosifs s’est fait sauter à l’entrée du marché {dplace} ; {who} sont soupçonnés',
      ],
    },
    ied_landmine: {
      title: 'Engin explosif',
      clauses: [
        'une charrette a sauté sur un engin sur la piste {dplace}, posé, croit-on, par {who}',
        'un engin caché sous un pont près {dplace} a explosé au passage d’un bus ; {who} y avaient été vus la veille',
      ],
    },
    chemical_weapon: {
      title: 'Gaz irritant',
      clauses: [
        'des habitants {dplace} se plaignent de brûlures aux yeux et de vomissements après la chute de bidons ; ils désignent {who}',
      ],
    },
    cyber_attack: {
      title: 'Cyberattaque',
      clauses: [
        'le système de paiement et l’antenne qui dessert {place} sont tombés à quelques minutes d’écart ; les techniciens parlent d’une intrusion et soupçonnent {who}',
        'de faux messages d’évacuation sont partis du compte de la mairie {dplace} ; les techniciens soupçonnent {who}',
      ],
    },
    mob_violence: {
      title: 'Violence de foule',
      clauses: [
        'une foule à {place}, où se trouvaient {who}, a battu des personnes accusées d’espionnage',
        'une foule a incendié la maison d’un commerçant à {place} ; {who} l’auraient menée',
      ],
    },
    riot: {
      title: 'Émeute',
      clauses: [
        'des jeunes ont jeté des pierres sur la mairie {dplace} après la hausse du pain ; {who} les auraient encouragés',
      ],
    },
    peaceful_protest: {
      title: 'Manifestation',
      clauses: [
        'quelques centaines de femmes ont défilé à {place} pour demander la réouverture de la route',
        'des enseignants {dplace} se sont assis devant la préfecture pour des salaires impayés',
      ],
    },
    protest_repressed: {
      title: 'Manifestation dispersée',
      clauses: ['{who} ont dispersé une marche à {place} à coups de bâton et de gaz lacrymogène'],
    },
    excessive_force_protest: {
      title: 'Tirs sur des manifestants',
      clauses: ['{who} ont tiré à balles réelles sur une foule rassemblée à {place}'],
    },
    communal_violence: {
      title: 'Violence communautaire',
      clauses: [
        '{a} et {b} se sont affrontés à propos de champs piétinés près {dplace}',
        'une querelle au puits {dplace} a mis aux prises {a} et {b}, avec des abris brûlés de part et d’autre',
      ],
    },
    siege_restriction: {
      title: 'Siège',
      clauses: [
        '{who} ont fermé les deux pistes vers {place} ; le marché n’a plus ni sel ni carburant',
        '{who} ne laissent sortir {dplace} que les femmes, et à pied',
      ],
    },
    threat_intimidation: {
      title: 'Menaces',
      clauses: [
        '{who} ont laissé une lettre à la mosquée et à la chapelle {dplace} : ne pas parler à la Mission',
        '{who} ont averti les anciens {dplace} de ne pas laisser passer les troupeaux',
        'des soignants {dplace} ont été sommés par téléphone de cesser le travail ; {who} seraient à l’origine des appels',
      ],
    },
    hate_incitement: {
      title: 'Incitation',
      clauses: [
        'un message vocal qui traite les nouveaux venus {dplace} de « mauvaises herbes à arracher » circule ; {who} en seraient les auteurs',
      ],
    },
    other_event: {
      title: 'Accident de véhicule',
      clauses: ['un véhicule où se trouvaient {who} a heurté des passants à {place}'],
    },
    movement: {
      title: 'Mouvement d’hommes armés',
      clauses: [
        'environ {n} hommes armés à moto ont été vus se dirigeant vers {place}',
        'près {dplace}, on a entendu passer des véhicules tous feux éteints pendant près d’une heure',
        'un berger a compté {n} hommes armés au repos à la source au-dessus {dplace}',
      ],
    },
    tension: {
      title: 'Tensions',
      clauses: [
        'les boutiques {dplace} ont fermé tôt et des familles ont envoyé les enfants chez des proches',
        'les anciens {dplace} disent qu’éleveurs et cultivateurs ne se saluent plus au puits',
      ],
    },
    rumour: {
      title: 'Rumeur',
      clauses: [
        'selon une rumeur à {place}, la Mission serait sur le départ et la base cédée',
        'on raconte à {place} que l’équipe de vaccination marque les maisons à attaquer ; rien ne l’indique',
      ],
    },
    displacement_seen: {
      title: 'Population en mouvement',
      clauses: [
        'environ {n} personnes avec des ballots et des chèvres ont été vues sur la piste qui part {dplace}',
        'quelque {n} arrivants, surtout des femmes avec enfants, dorment dans l’école {dplace}',
      ],
    },
    service_interrupted: {
      title: 'Plus de réponse',
      clauses: [
        'aucun de nos trois numéros à {place} ne répond depuis neuf jours',
        'la radio {dplace} s’est tue et le bus du mercredi est revenu vide',
      ],
    },
    agreement: {
      title: 'Accord local',
      clauses: [
        'éleveurs et cultivateurs des environs {dplace} se sont entendus devant témoins sur des dates de passage',
      ],
    },
    group_change: {
      title: 'Changement dans un groupe',
      clauses: ['un chef connu autour {dplace} serait parti avec ses hommes'],
    },
    other_observation: {
      title: 'Observation',
      clauses: [
        'les prix au marché {dplace} ont doublé en une semaine',
        'le bac {dplace} ne circule plus après la tombée du jour',
      ],
    },
    patrol: {
      title: 'Patrouille',
      clauses: [
        'une patrouille de la Mission s’est rendue à {place}, a parlé avec les femmes à la pompe et est rentrée avant la nuit',
        'une patrouille à pied a traversé le marché {dplace} ; on lui a demandé quand elle viendrait la nuit',
      ],
    },
    meeting: {
      title: 'Réunion',
      clauses: [
        'le bureau de terrain a rencontré les anciens {dplace} ; ils craignent la fin des récoltes',
        'le comité des femmes {dplace} a montré les sentiers qu’il n’emprunte plus',
      ],
    },
    visit: {
      title: 'Visite',
      clauses: ['une équipe conjointe de protection est restée deux jours à {place} et a entendu quarante personnes'],
    },
    accompaniment: {
      title: 'Accompagnement',
      clauses: [
        'deux collègues ont accompagné les femmes {dplace} aux champs, aller et retour',
        'une équipe a accompagné des commerçants {dplace} jusqu’au pont',
      ],
    },
    training: {
      title: 'Formation',
      clauses: ['douze membres du réseau d’alerte {dplace} se sont exercés à appeler et à se taire'],
    },
    dialogue: {
      title: 'Dialogue',
      clauses: [
        'éleveurs et cultivateurs se sont assis ensemble à {place} ; ils sont convenus de se revoir, et de peu d’autre chose',
      ],
    },
    escort: {
      title: 'Escorte',
      clauses: ['un convoi de grain a atteint {place} sous escorte ; un camion a fait demi-tour, essieu cassé'],
    },
    other_activity: {
      title: 'Activité',
      clauses: [
        'le bureau de terrain a posé à {place} des panneaux disant ce que la Mission peut faire et ne peut pas faire',
      ],
    },
  },
  openings: {
    night: [
      'Dans la nuit précédant le {date}',
      'Aux premières heures du {date}',
      'Le {date}, bien avant le jour (vers {time})',
    ],
    timed: ['Le {date} vers {time}', 'Vers {time}, le {date}', 'Le {date}, aux environs de {time}'],
    day: ['Le {date}', 'Dans la journée du {date}', 'Le {date}, à une heure sur laquelle les sources divergent'],
    market: ['Jour de marché, le {date}', 'Le {date}, alors que le marché était plein'],
    range: ['Entre le {from} et le {to}', 'Un jour compris entre le {from} et le {to}'],
    month: ['Courant {month}', 'En {month}, à une date que nul ne peut donner'],
  },
  sentence: (opening, clause) => `${opening}, ${clause}.`,
  toll: (t, atLeast) => {
    const done = [
      { n: t.killed, how: 'tuée', about: '' },
      { n: t.injured, how: 'blessée', about: '' },
      { n: t.abducted, how: 'emmenée', about: '' },
      { n: t.arrested, how: 'arrêtée', about: '' },
      { n: t.displaced, how: 'déplacée', about: 'environ ' },
    ].filter(({ n }) => n > 0);
    const parts = done.map(({ n, how, about }, i) => `${about}${i === 0 ? people(n) : n} ${how}${plural(n)}`);
    const last = parts.pop();
    if (last === undefined) return '';
    const list = parts.length > 0 ? `${parts.join(', ')} et ${last}` : last;
    return `${atLeast ? 'Selon les premiers récits, peut-être en deçà de la réalité : ' : 'Bilan à ce stade : '}${list}.`;
  },
  aftermath: {
    always: [
      'Au matin, la plupart des familles étaient parties vers le fleuve.',
      'Le poste de l’armée, à une heure de là, n’a envoyé personne.',
      'Les boutiques sont restées fermées depuis.',
      'Les anciens demandent une patrouille avant le prochain marché.',
      'Des familles sont revenues le lendemain chercher leurs bêtes.',
      'La route n’était praticable qu’à moto.',
      'Les villages voisins ont mis en place des veilles de nuit.',
      'Le réseau téléphonique a été coupé presque toute la journée.',
    ],
    dead: 'Des obsèques ont eu lieu le même après-midi.',
    hurt: 'Les blessés ont été portés au poste de santé sur des portes.',
  },
  doubts: {
    always: [
      'Nous ne nous sommes pas rendus sur place.',
      'Deux récits répètent le même appel.',
      'Aucun de nos interlocuteurs n’en a vu le début.',
      'Les autorités donnent une autre version.',
      'Le lieu a été visité et les traces concordent.',
    ],
    number: ['Le nombre repose sur un seul récit.', 'Les noms ont été comparés à la liste du poste de santé.'],
  },
  secondSource: 'Les premiers récits donnaient {first} morts ; une seconde source, indépendante, en donne {n}.',
  notes: {
    checking: 'Deux appels sont en cours vers des habitants ; une patrouille est priée de passer.',
    confirmed: 'Confirmé par le centre d’opérations à partir de deux récits indépendants.',
    disproved:
      'Une équipe s’est rendue sur place : il ne s’est rien passé de tel. Le récit remonte à un événement plus ancien.',
    allegation: 'Reçu par les droits de l’homme ; pas encore examiné.',
    verifying: 'Les entretiens ont commencé ; une visite est prévue.',
    suspicion: 'Les récits concordent dans les grandes lignes ; le lieu n’a pu être atteint.',
    grounds: 'Motifs raisonnables de croire : lieu visité, témoins entendus séparément, registres comparés.',
    notVerified: 'N’a pu être vérifié : ceux qui savaient sont partis et ne peuvent être joints sans danger.',
  },
  evidenceFor: [
    'Deux témoins décrivent des {sign}, signe connu de ce groupe : {actor}.',
    'Une semaine plus tôt, des menaces avaient visé ce lieu ; elles étaient signées : {actor}.',
    'La manière correspond à ce qui s’est vu dans la zone {darea} la saison passée, avec {actor}.',
    'Un appel entendu à ce moment-là nomme {actor}.',
    'Des traces mènent vers un camp que l’on attribue à ce groupe : {actor}.',
  ],
  evidenceAgainst: [
    'De ce côté du fleuve, nul n’a vu {actor} depuis les crues.',
    'Un porte-parole a démenti le jour même ; le démenti cite des détails que d’autres ignoraient.',
    'Les armes entendues ne sont pas celles que l’on attribue à ce groupe : {actor}.',
    'À cette heure, selon trois récits, on se battait ailleurs contre {actor}.',
    'Nul n’a vu les signes habituels ({sign}), ce qui surprend s’il s’agit de ce groupe : {actor}.',
  ],
  unidentified: { members: 'des hommes armés que personne n’a pu nommer', definite: 'un groupe non identifié' },
  sources: {
    focalPoint: 'Membre du réseau d’alerte',
    radio: 'Radio Marée (inventée)',
    patrol: 'Compte rendu de patrouille de la Mission',
    clinic: 'Registre du poste de santé',
    authority: 'Bureau du préfet',
    organisation: 'Secours Mains ouvertes (inventé)',
  },
  date: (day) => `${day.slice(8) === '01' ? '1er' : Number(day.slice(8))} ${monthName(day)} ${day.slice(0, 4)}`,
  month: (day) => `${monthName(day)} ${day.slice(0, 4)}`,
};
