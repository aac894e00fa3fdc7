/** Scènes en français. */
import type { Scene } from './scene.ts';

export const sceneFr: Scene = {
  more: {
    attack_on_civilians: [
      '{who} sont arrivés à pied par les fossés jusqu’à {place} et ont tiré sur les premières maisons',
      '{who} ont encerclé le lieu de prière {dplace} à l’heure de la sortie',
      '{who} ont suivi des femmes {dplace} jusqu’aux pentes où l’on coupe le bois et ont tiré en l’air, puis sur elles',
      '{who} sont revenus à {place} pour la deuxième fois en un mois et ont tué ceux qui gardaient les bêtes',
      'des familles {dplace} retournées chercher leurs réserves ont été attaquées sur la piste ; elles disent que c’étaient {who}',
    ],
    armed_clash: [
      '{a} et {b} se sont disputé le passage en contrebas de la localité {dplace} jusqu’à court de munitions',
      'on a entendu des tirs depuis {place} presque toute la journée : s’y affrontaient {a} et {b}, pour la crête',
      'un poste proche {dplace} a été pris pendant une heure, puis repris ; s’y opposaient {a} et {b}',
      '{a} et {b} se sont croisés par hasard sur la piste {dplace} ; chacun s’est retiré avec ses blessés',
    ],
    pillage_destruction: [
      '{who} ont chargé les meules neuves {dplace} sur deux camions et brûlé les hangars',
      '{who} ont parcouru {place} avec la liste de ceux qui avaient vendu du grain, et pris l’argent',
      '{who} ont ouvert le magasin de semences {dplace} et répandu ce dont ils ne voulaient pas',
      '{who} ont abattu les vergers du côté {dplace}, au bord du ruisseau',
    ],
    abduction: [
      '{who} ont convoqué quatre chefs de famille {dplace} à une réunion ; aucun n’en est revenu',
      '{who} ont emmené l’infirmière et le chauffeur du poste de santé {dplace} et laissé les clés sur la table',
      '{who} ont emmené des pêcheurs du débarcadère {dplace} et demandé du grain en échange',
    ],
    threat_intimidation: [
      '{who} ont tiré en l’air trois soirs de suite à l’entrée {dplace} en criant le nom des instituteurs',
      '{who} ont cloué une liste de maisons à la porte du moulin {dplace}',
      '{who} ont dit aux familles {dplace} de payer pour la route ou de ne plus la prendre',
    ],
    communal_violence: [
      'des jeunes des deux côtés se sont retrouvés à la saline {dplace} ; au soir, {a} et {b} échangeaient des coups de feu',
      'du bétail a traversé les champs {dplace}, puis un campement a brûlé : on accuse {a}, puis {b}',
      'une querelle de dot à {place} a fini par opposer {a} et {b}, couteaux et fusils de chasse à la main',
    ],
    ied_landmine: [
      'un petit berger a marché sur un engin près du point d’eau {dplace} ; on dit que {who} l’avaient posé contre les patrouilles',
    ],
    attack_on_humanitarian: [
      '{who} ont retenu une nuit une équipe venue réparer l’eau à {place} et l’ont renvoyée sans sa pompe',
    ],
    denial_of_access: [
      '{who} ont exigé d’une équipe médicale, avant {place}, un droit de passage qu’elle ne pouvait payer',
    ],
    arbitrary_detention: [
      '{who} ont gardé au poste des parents d’un homme recherché {dplace}, jusqu’à ce qu’il se rende',
    ],
    summary_killing: [
      '{who} ont arrêté un car à la sortie {dplace}, lu des noms sur un papier et abattu ceux qui répondaient',
    ],
  },
  voices: [
    'Le récit vient d’une vendeuse de sel, qui appelait d’un autre village.',
    'Un chauffeur passé une heure plus tard l’a raconté ainsi.',
    'Deux frères, cachés dans les roseaux, l’ont rapporté.',
    'Un instituteur l’a noté le soir même et nous l’a lu.',
    'Nous le tenons du neveu du chef, qui n’y était pas.',
    'L’appel a été bref ; ce numéro a déjà appelé, et disait vrai.',
    'Une infirmière a transmis ce que disaient les blessés.',
    'Cela se racontait au bac ; nous avons interrogé trois personnes séparément.',
    'Une membre du comité des femmes en a parlé dans un message vocal.',
    'L’opérateur radio du village l’a signalé avec les mots convenus.',
    'Un commerçant l’a vendu ailleurs, et donné ici.',
    'Des enfants venus à la base l’ont dit avant tout adulte.',
  ],
  whereabouts: [
    'La localité se trouve à {km} km {side} {dtown}.',
    'À vol d’oiseau, le lieu est à {km} km {side} {dtown}.',
    'Depuis {town}, il faut compter {km} km, et davantage par la piste.',
  ],
  sides: ['au nord', 'au nord-est', 'à l’est', 'au sud-est', 'au sud', 'au sud-ouest', 'à l’ouest', 'au nord-ouest'],
  seasons: {
    rains: [
      'Le gué est fermé par la crue depuis une semaine.',
      'Il pleuvait depuis deux jours et la piste était une boue.',
      'À cause des pluies, personne n’a pu venir du poste voisin.',
    ],
    harvest: [
      'Les greniers sont pleins à cette saison.',
      'La plupart des gens dormaient près des aires de battage.',
      'La récolte des champs du haut était encore dehors.',
    ],
    dry: [
      'Les troupeaux sont au fleuve et les puits sont bas.',
      'L’herbe a brûlé et tout mouvement se voit de loin.',
      'En cette saison, les pistes sont ouvertes aux camions.',
    ],
  },
  manners: {
    army: [
      'Des camions ont d’abord fermé les deux bouts de la route.',
      'Un officier a lu un ordre sur son téléphone.',
      'Ils sont venus de jour et repartis avant le soir.',
    ],
    constabulary: [
      'Deux véhicules blancs barraient la rue.',
      'Avant toute chose, on a relevé les numéros de téléphone.',
    ],
    lanterns: [
      'Ils sont venus en pick-up sans plaques et ont réclamé les « droits de route ».',
      'La plupart portaient un morceau d’étoffe jaune au bras.',
      'Ils semblaient savoir qui avait parlé à des étrangers.',
    ],
    springs: [
      'Ils attendaient au-dessus du virage où les camions ralentissent.',
      'Avant de partir, ils ont dit ce que coûterait le grain.',
      'Certains avaient un foulard bleu sur le visage.',
    ],
    salt: [
      'Une voiture marquée à la craie était passée en éclaireur.',
      'Ils ont pris, se sont excusés et ont laissé partir tout le monde.',
      'L’un d’eux a parlé à la radio le lendemain.',
    ],
    ember: [
      'Ils ont mis le feu aux greniers en dernier et sont partis avant le jour.',
      'Ils cherchaient des garçons et les comptaient.',
      'Un petit drone avait tourné la veille au soir.',
    ],
    riders: ['Ils sont venus à moto, deux par engin.', 'Des bêtes ont été poussées vers les hautes herbes.'],
    gardens: [
      'La veille, une haie d’épines avait été posée en travers de la piste à bétail.',
      'Des rubans verts étaient noués au pont.',
    ],
    watch: ['On a entendu des sifflets de gué en gué.', 'Les Veilleurs disent n’avoir gardé que le sentier.'],
    quayline: [
      'Des gardes à casquette rouge ont montré un panneau qui n’était pas là avant.',
      'Un drone a suivi les gens jusque chez eux.',
    ],
    ropewalk: [
      'Ils savaient ce que portait le camion.',
      'L’argent a été réclamé par téléphone dans l’heure.',
      'Des voisins ont entendu une voiture, feux éteints.',
    ],
  },
  aftermath: [
    'L’école n’a pas rouvert depuis.',
    'Le soir, quarante familles avaient demandé une place au village voisin.',
    'Le district a envoyé un agent compter les maisons.',
    'Les gens dorment désormais aux champs et rentrent au lever du soleil.',
    'Les femmes vont à l’eau par groupes de dix.',
    'Le passeur ne prend plus personne après quatre heures.',
    'Le poste de santé n’a plus de pansements.',
  ],
  afterDeaths: [
    'Les morts ont été enterrés près du vieux moulin.',
    'Une collecte a été faite au marché pour les familles.',
  ],
  afterPlunder: ['Deux jours plus tard, des bêtes volées se vendaient à un marché en aval.'],
  doubts: [
    'L’ordre des faits n’est pas clair.',
    'Un récit les place un jour plus tôt.',
    'L’appelant parlait peut-être du hameau voisin, au nom semblable.',
    'Une photographie qui circule vient d’ailleurs.',
    'Nul ne peut dire ce que voulaient les assaillants.',
    'Ceux qui ont fui le racontent dans les mêmes mots, comme s’ils s’étaient accordés.',
    'Le chef dit qu’il ne s’est rien passé ; sa femme dit le contraire.',
    'Les noms des personnes en cause nous sont connus et ne figurent pas ici.',
  ],
  outcomes: {
    arrived_before: [
      'La patrouille était là avant quiconque ; sur l’autre rive, un groupe d’hommes a fait demi-tour.',
      'L’équipe est arrivée à temps et a passé la nuit au village ; rien ne s’est produit.',
    ],
    arrived_during: [
      'Les tirs ont cessé à la vue de la patrouille.',
      'L’équipe est arrivée quand on emmenait des gens ; ils ont été relâchés.',
    ],
    arrived_late: [
      'La patrouille est arrivée après coup et a évacué les blessés.',
      'L’équipe a trouvé les portes ouvertes et personne.',
      'Elle est venue trop tard ; on lui a demandé pourquoi.',
    ],
    turned_back: [
      'La patrouille a fait demi-tour à un passage emporté par l’eau.',
      'Le véhicule de tête s’est embourbé et l’équipe est rentrée à la base.',
    ],
    nothing_seen: [
      'L’équipe n’a rien vu d’inhabituel et a laissé son numéro.',
      'Personne n’en avait entendu parler ; la patrouille a poursuivi sa route.',
    ],
    walked_safely: [
      'Tous sont arrivés ; personne n’a été arrêté en route.',
      'Le groupe a traversé de jour, sans incident.',
      'Tout le monde est passé, les plus lents en dernier.',
    ],
    stopped_on_way: [
      'Le groupe a été retenu deux heures à une barrière, puis autorisé à passer.',
      'À mi-chemin, des hommes armés ont renvoyé tout le monde.',
    ],
    agreed: [
      'On s’est entendu sur les dates de passage et sur qui paie les champs piétinés.',
      'Chaque côté a rendu ce qu’il avait pris.',
    ],
    not_agreed: ['On est convenu de se revoir, et de peu d’autre chose.', 'L’un des côtés est parti avant la fin.'],
    promised: [
      'Le chef de poste a promis des patrouilles les jours de marché.',
      'Le chef parlera aux hommes ; il pense être écouté.',
    ],
    refused: [
      'Le commandant a dit que ce n’était pas son secteur.',
      'Personne qui puisse décider n’est venu à la réunion.',
    ],
    heard: [
      'Vingt-six personnes ont été entendues, les femmes à part.',
      'L’équipe a vu les maisons brûlées et les tombes.',
      'Les noms ont été comparés au registre de l’école.',
    ],
    fear_to_speak: [
      'On n’a voulu parler que des prix.',
      'Deux hommes assistaient à chaque entretien et personne n’a rien dit.',
    ],
  },
};
