/** Everyday words of a question, in three languages, that no resolution uses or that mean a task only in a question. */
import type { MandateTask } from '../../vocabulary/codes.ts';

/** Beginnings of words, without accents and Arabic vowel signs; with `=` the whole word. */
export const TASK_WORDS: Partial<Record<MandateTask, string>> = {
  OperationsUseOfForce:
    'shoot =fire =force weapon fight =attack tirer =feu =arme =armes =combattre قوه =نار سلاح قتال نقاتل',
  OperationsPatrolsInterventions:
    'patrol escort convoy checkpoint =base =bases patrouill convoi barrage دوري مرافق نرافق قافل قوافل حاجز حواجز',
  CivilianProtection:
    'protect defend shelter evacuat rescue civilian villager people proteg abrit evacu secour civil villageois population حماي نحمي احمي مدني اجلا نجلي انقاذ ننقذ سكان قروي',
  HumanRights: 'rights abuse violation detain arrest droits abus exaction detenu arret حقوق انتهاك اعتقال تعذيب',
  HumanitarianRelief:
    '=aid relief food humanitarian medicine =aide humanitaire vivres nourriture medicament انساني اغاث غذا دوا',
  MilitaryReform: 'army soldier armee soldat militaire جيش جنود عسكر',
  PoliceReform: 'police policier gendarm شرط',
  ElectionAssistance: 'vote voting election ballot voter scrutin urne انتخاب اقتراع تصويت',
  CommunityEngagement: 'communit elder chief communaut chefs anciens notable مجتمع شيوخ اعيان زعما',
  PeaceProcess: 'negotiat mediat talks negoci pourparler dialogue تفاوض مفاوض نتفاوض وساط حوار',
  DisarmamentDemobilization: 'disarm surrender demobili desarm reddition نزع تسريح استسلام',
  PrisonReform: 'prison detention سجن سجون احتجاز محتجز',
  Demining: '=mine =mines demin explosi الغام لغم متفجر',
  ArmsEmbargo: 'embargo حظر',
  ChildRights: 'child enfant طفل اطفال',
  SexualViolence: 'rape =viol =viols sexuel sexual جنسي اغتصاب',
  RefugeeAssistance: 'refugee displaced refugie deplace لاجي نازح',
  BorderControl: 'border frontier حدود',
};

export const MONITOR_WORDS =
  'monitor observ watch report investigat document record surveill enquet signal rapport constat رصد نرصد مراقب نراقب تحقيق نحقق توثيق نوثق ابلاغ';
export const ASSIST_WORDS =
  'support help assist advis train accompan fuel transport equip appuy appui aider souten soutien former conseil دعم ندعم =مساعده نساعد تدريب ندرب مشور نقل ننقل تجهيز نجهز';
export const FORCE_WORDS = '=force shoot =fire weapon tirer =feu =arme =armes قوه =نار سلاح';

/** @returns the words of a sentence as the lists have them; Arabic ones also without what is written together with them */
export function wordsOf(sentence: string): string[] {
  const plain = sentence
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ة', 'ه')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  return plain.flatMap((word) => {
    const bare = word.replace(/^[وف]?[بلك]?(?:ال|ل(?=\p{L}{4}))?/u, '');
    return bare === word || bare.length < 3 ? [word] : [word, bare];
  });
}

/** @returns whether one of the words begins as one of the list's does */
export const speaksOf = (words: readonly string[], list: string): boolean =>
  list
    .split(' ')
    .some((stem) => words.some((word) => (stem.startsWith('=') ? word === stem.slice(1) : word.startsWith(stem))));
