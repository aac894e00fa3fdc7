/**
 * Who acts in Tamrin. All of it is invented: names are things (springs, salt, embers), livelihoods stand where real
 * conflicts have peoples, and no group is drawn after a real one.
 */
import type { ActorType, EventType } from '../../vocabulary/codes.ts';
import type { Names } from './names.ts';

export type ActorKey =
  | 'army'
  | 'constabulary'
  | 'lanterns'
  | 'springs'
  | 'salt'
  | 'ember'
  | 'riders'
  | 'gardens'
  | 'watch'
  | 'quayline'
  | 'ropewalk'
  | 'mission';

export type Actor = {
  key: ActorKey;
  type: ActorType;
  /** As records name it; filters and figures use the English form. */
  names: Names;
  /** "Members of it" as the subject of a sentence; verbs after it are plural, in Arabic before it singular. */
  members: Names;
  /** The whole of it, with its article, short. */
  definite: Names;
  /** What witnesses say they know it by: a plural noun phrase, without an article in French. */
  sign: Names;
  /** How it behaves, for whoever reads the record of an actor. */
  habits: Names;
  /** Where it is at home, and how far (km) it is felt from there. */
  home: 'capital' | 'valley' | 'north' | 'south' | 'east' | 'west' | 'everywhere';
  reach: number;
  /** Share of its acts that happen between 20:00 and 05:00. */
  night: number;
  /** Months in which it is most active; 1 is January. */
  months: readonly number[];
  /** Acts it is known for, over and above its kind. */
  given: readonly EventType[];
  /** Whom it fights. */
  foes: readonly ActorKey[];
};

export const ACTORS: readonly Actor[] = [
  {
    key: 'army',
    type: 'state_security_force',
    names: { en: 'Tamrin Field Army', fr: 'Armée de campagne du Tamrin', ar: 'جيش تمرين الميداني' },
    members: {
      en: 'soldiers of the Field Army',
      fr: 'des soldats de l’Armée de campagne',
      ar: 'جنود من الجيش الميداني',
    },
    definite: { en: 'the Field Army', fr: 'l’Armée de campagne', ar: 'الجيش الميداني' },
    sign: { en: 'grey field uniforms', fr: 'uniformes gris', ar: 'بزات رمادية' },
    habits: {
      en: 'Sweeps in daylight after an ambush; holds the main roads; rarely leaves barracks at night.',
      fr: 'Ratisse de jour après une embuscade ; tient les grands axes ; sort rarement la nuit.',
      ar: 'يمشط المناطق نهارا بعد الكمائن، ويمسك الطرق الرئيسية، ونادرا ما يخرج ليلا.',
    },
    home: 'everywhere',
    reach: 150,
    night: 0.2,
    months: [6, 7, 8, 9],
    given: ['arbitrary_detention', 'shelling', 'air_drone_strike', 'enforced_disappearance'],
    foes: ['springs', 'salt', 'ember'],
  },
  {
    key: 'constabulary',
    type: 'state_security_force',
    names: { en: 'Tamrin Constabulary', fr: 'Gendarmerie du Tamrin', ar: 'درك تمرين' },
    members: { en: 'officers of the Constabulary', fr: 'des agents de la Gendarmerie', ar: 'عناصر من الدرك' },
    definite: { en: 'the Constabulary', fr: 'la Gendarmerie', ar: 'الدرك' },
    sign: { en: 'white vehicles', fr: 'véhicules blancs', ar: 'مركبات بيضاء' },
    habits: {
      en: 'Present in towns; breaks up gatherings; checkpoints on market days.',
      fr: 'Présente dans les villes ; disperse les rassemblements ; contrôles les jours de marché.',
      ar: 'ينتشر في المدن ويفرق التجمعات ويقيم حواجز في أيام السوق.',
    },
    home: 'capital',
    reach: 110,
    night: 0.25,
    months: [11, 12, 1],
    given: ['excessive_force_protest', 'protest_repressed', 'arbitrary_detention'],
    foes: ['salt'],
  },
  {
    key: 'lanterns',
    type: 'proxy_militia',
    names: { en: 'Lantern Guard', fr: 'Garde des Lanternes', ar: 'حرس الفوانيس' },
    members: { en: 'men of the Lantern Guard', fr: 'des hommes de la Garde des Lanternes', ar: 'رجال من حرس الفوانيس' },
    definite: { en: 'the Lantern Guard', fr: 'la Garde des Lanternes', ar: 'حرس الفوانيس' },
    sign: { en: 'yellow armbands', fr: 'brassards jaunes', ar: 'شارات صفراء' },
    habits: {
      en: 'Moves at night in pick-ups without plates, ahead of the army; collects "road dues".',
      fr: 'Se déplace de nuit en pick-up sans plaques, en avant de l’armée ; prélève des « droits de route ».',
      ar: 'يتحرك ليلا في شاحنات صغيرة بلا لوحات أمام الجيش، ويجبي «رسوم الطريق».',
    },
    home: 'valley',
    reach: 70,
    night: 0.7,
    months: [3, 4, 5, 6],
    given: ['attack_on_civilians', 'pillage_destruction', 'forced_displacement', 'summary_killing'],
    foes: ['springs', 'ember'],
  },
  {
    key: 'springs',
    type: 'non_state_armed_group',
    names: { en: 'Front of the Nine Springs', fr: 'Front des Neuf-Sources', ar: 'جبهة الينابيع التسعة' },
    members: {
      en: 'fighters of the Front of the Nine Springs',
      fr: 'des combattants du Front des Neuf-Sources',
      ar: 'مقاتلون من جبهة الينابيع التسعة',
    },
    definite: { en: 'the Front of the Nine Springs', fr: 'le Front des Neuf-Sources', ar: 'جبهة الينابيع التسعة' },
    sign: { en: 'blue scarves', fr: 'foulards bleus', ar: 'أوشحة زرقاء' },
    habits: {
      en: 'Ambushes convoys in the hills; taxes mills; releases captives against grain.',
      fr: 'Tend des embuscades dans les collines ; taxe les moulins ; libère ses captifs contre du grain.',
      ar: 'تنصب الكمائن للقوافل في التلال، وتفرض رسوما على المطاحن، وتفرج عن الأسرى مقابل الحبوب.',
    },
    home: 'north',
    reach: 80,
    night: 0.45,
    months: [7, 8, 9, 10],
    given: ['abduction', 'ied_landmine', 'attack_on_humanitarian'],
    foes: ['army', 'lanterns', 'ember'],
  },
  {
    key: 'salt',
    type: 'non_state_armed_group',
    names: { en: 'Salt Road Movement', fr: 'Mouvement de la Route du Sel', ar: 'حركة طريق الملح' },
    members: {
      en: 'fighters of the Salt Road Movement',
      fr: 'des combattants du Mouvement de la Route du Sel',
      ar: 'مقاتلون من حركة طريق الملح',
    },
    definite: { en: 'the Salt Road Movement', fr: 'le Mouvement de la Route du Sel', ar: 'حركة طريق الملح' },
    sign: {
      en: 'white chalk marks on their vehicles',
      fr: 'marques de craie blanche sur les véhicules',
      ar: 'علامات بيضاء بالطباشير على المركبات',
    },
    habits: {
      en: 'Holds the coast road at dusk; robs and lets go; speaks on local radio.',
      fr: 'Tient la route côtière au crépuscule ; dépouille et relâche ; parle à la radio locale.',
      ar: 'تسيطر على طريق الساحل عند الغروب، تسلب ثم تخلي السبيل، وتتحدث عبر الإذاعة المحلية.',
    },
    home: 'west',
    reach: 85,
    night: 0.4,
    months: [1, 2, 9, 10],
    given: ['pillage_destruction', 'siege_restriction', 'hate_incitement'],
    foes: ['army', 'constabulary'],
  },
  {
    key: 'ember',
    type: 'non_state_armed_group',
    names: { en: 'Ember Column', fr: 'Colonne de Braise', ar: 'رتل الجمر' },
    members: {
      en: 'fighters of the Ember Column',
      fr: 'des combattants de la Colonne de Braise',
      ar: 'مقاتلون من رتل الجمر',
    },
    definite: { en: 'the Ember Column', fr: 'la Colonne de Braise', ar: 'رتل الجمر' },
    sign: {
      en: 'blackened hoes tied to their rifles',
      fr: 'houes noircies attachées aux fusils',
      ar: 'معاول مسودة مربوطة بالبنادق',
    },
    habits: {
      en: 'Burns stores after dark and leaves before dawn; takes boys; small drones since last year.',
      fr: 'Brûle les greniers à la nuit et part avant l’aube ; emmène des garçons ; petits drones depuis un an.',
      ar: 'يحرق المخازن بعد حلول الظلام ويغادر قبل الفجر، ويأخذ الفتيان، ويستخدم مسيرات صغيرة منذ عام.',
    },
    home: 'south',
    reach: 90,
    night: 0.65,
    months: [5, 6, 7],
    given: ['recruitment_of_children', 'attack_on_school', 'attack_on_civilians', 'air_drone_strike'],
    foes: ['army', 'springs', 'lanterns'],
  },
  {
    key: 'riders',
    type: 'communal_militia',
    names: { en: 'Tall Grass Riders', fr: 'Cavaliers des Hautes-Herbes', ar: 'فرسان العشب العالي' },
    members: { en: 'Tall Grass Riders', fr: 'des Cavaliers des Hautes-Herbes', ar: 'فرسان العشب العالي' },
    definite: { en: 'the Tall Grass Riders', fr: 'les Cavaliers des Hautes-Herbes', ar: 'فرسان العشب العالي' },
    sign: { en: 'motorbikes and reed whips', fr: 'motos et fouets de roseau', ar: 'دراجات نارية وسياط من القصب' },
    habits: {
      en: 'Herders; clash over wells and trampled fields at the end of the dry season.',
      fr: 'Éleveurs ; s’affrontent pour les puits et les champs piétinés en fin de saison sèche.',
      ar: 'رعاة يتنازعون على الآبار والحقول المدوسة في نهاية موسم الجفاف.',
    },
    home: 'east',
    reach: 75,
    night: 0.35,
    months: [8, 9, 10, 11],
    given: ['communal_violence', 'pillage_destruction'],
    foes: ['gardens', 'watch'],
  },
  {
    key: 'gardens',
    type: 'communal_militia',
    names: { en: 'River Gardens League', fr: 'Ligue des Jardins du fleuve', ar: 'رابطة حدائق النهر' },
    members: {
      en: 'members of the River Gardens League',
      fr: 'des membres de la Ligue des Jardins du fleuve',
      ar: 'أفراد من رابطة حدائق النهر',
    },
    definite: { en: 'the River Gardens League', fr: 'la Ligue des Jardins du fleuve', ar: 'رابطة حدائق النهر' },
    sign: { en: 'green ribbons', fr: 'rubans verts', ar: 'أشرطة خضراء' },
    habits: {
      en: 'Growers; block herd tracks at planting time; answer a raid within days.',
      fr: 'Cultivateurs ; barrent les pistes à bétail aux semailles ; répondent à un raid en quelques jours.',
      ar: 'مزارعون يسدون مسالك الماشية وقت الزرع، ويردون على الغارة في غضون أيام.',
    },
    home: 'east',
    reach: 70,
    night: 0.4,
    months: [11, 12, 10],
    given: ['communal_violence', 'siege_restriction'],
    foes: ['riders'],
  },
  {
    key: 'watch',
    type: 'self_defence_group',
    names: { en: 'Orlumi Village Watch', fr: 'Veilleurs de l’Orloumi', ar: 'حراس قرى أورلومي' },
    members: { en: 'men of the Village Watch', fr: 'des hommes des Veilleurs', ar: 'رجال من حراس القرى' },
    definite: { en: 'the Village Watch', fr: 'les Veilleurs', ar: 'حراس القرى' },
    sign: { en: 'whistles and hunting guns', fr: 'sifflets et fusils de chasse', ar: 'صفارات وبنادق صيد' },
    habits: {
      en: 'Guards fords at night; beats drums to warn; has itself detained strangers.',
      fr: 'Garde les gués la nuit ; prévient au tambour ; a elle-même retenu des étrangers.',
      ar: 'تحرس المخاضات ليلا وتنذر بالطبول، وقد احتجزت هي نفسها غرباء.',
    },
    home: 'valley',
    reach: 45,
    night: 0.6,
    months: [4, 5, 6],
    given: ['mob_violence', 'arbitrary_detention'],
    foes: ['riders', 'ember'],
  },
  {
    key: 'quayline',
    type: 'private_contractor',
    names: { en: 'Quayline Site Security', fr: 'Quayline Sûreté des sites', ar: 'كوايلاين لأمن المواقع' },
    members: { en: 'guards of Quayline Site Security', fr: 'des gardes de Quayline', ar: 'حراس من شركة كوايلاين' },
    definite: { en: 'Quayline Site Security', fr: 'la société Quayline', ar: 'شركة كوايلاين' },
    sign: { en: 'red caps', fr: 'casquettes rouges', ar: 'قبعات حمراء' },
    habits: {
      en: 'Guards the quarry and the port; flies surveillance drones; turns people off land.',
      fr: 'Garde la carrière et le port ; fait voler des drones de surveillance ; chasse les habitants.',
      ar: 'تحرس المقلع والميناء، وتسير مسيرات مراقبة، وتطرد السكان من أراضيهم.',
    },
    home: 'capital',
    reach: 60,
    night: 0.3,
    months: [],
    given: ['threat_intimidation', 'forced_displacement'],
    foes: ['salt'],
  },
  {
    key: 'ropewalk',
    type: 'gang_criminal',
    names: { en: 'Ropewalk Gang', fr: 'Bande de la Corderie', ar: 'عصابة المحبلة' },
    members: {
      en: 'men of the Ropewalk Gang',
      fr: 'des hommes de la Bande de la Corderie',
      ar: 'رجال من عصابة المحبلة',
    },
    definite: { en: 'the Ropewalk Gang', fr: 'la Bande de la Corderie', ar: 'عصابة المحبلة' },
    sign: { en: 'knotted cords at the wrist', fr: 'cordelettes nouées au poignet', ar: 'حبالا معقودة على المعاصم' },
    habits: {
      en: 'Robs lorries and shops around the port after dark; takes people for money and lets them go.',
      fr: 'Dépouille camions et boutiques autour du port à la nuit ; enlève contre rançon et relâche.',
      ar: 'تسلب الشاحنات والدكاكين حول الميناء ليلا، وتخطف الناس طلبا للمال ثم تخلي سبيلهم.',
    },
    home: 'capital',
    reach: 55,
    night: 0.7,
    months: [],
    given: ['pillage_destruction', 'abduction', 'threat_intimidation'],
    foes: ['constabulary'],
  },
  {
    key: 'mission',
    type: 'own_partner_force',
    names: { en: 'Protection Mission in Tamrin', fr: 'Mission de protection au Tamrin', ar: 'بعثة الحماية في تمرين' },
    members: { en: 'a team of the Mission', fr: 'une équipe de la Mission', ar: 'فريق من البعثة' },
    definite: { en: 'the Mission', fr: 'la Mission', ar: 'البعثة' },
    sign: { en: 'the Mission’s markings', fr: 'marques de la Mission', ar: 'شارات البعثة' },
    habits: {
      en: 'Patrols by day from five bases, nine before the renewal halved its troops.',
      fr: 'Patrouille de jour depuis cinq bases ; neuf avant que le renouvellement ne réduise ses troupes de moitié.',
      ar: 'تسير دوريات نهارية من خمس قواعد، وكانت تسعا قبل أن يخفض تجديد الولاية قواتها إلى النصف.',
    },
    home: 'everywhere',
    reach: 120,
    night: 0.08,
    months: [],
    given: [],
    foes: [],
  },
];

const BY_KEY = new Map(ACTORS.map((a, i) => [a.key, i]));
/** Its number in `ACTORS`. */
export function actorIndex(key: ActorKey): number {
  const index = BY_KEY.get(key);
  if (index === undefined) throw new RangeError(`Tamrin: no actor ${key}`);
  return index;
}
