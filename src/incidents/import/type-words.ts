/**
 * What people write in the column of types, beside the labels of the vocabulary. Only words with one meaning: what is
 * missing here is asked, and stays verbatim. A word of sexual violence matters most: it keeps the row from the common desk.
 */
import type { EventType } from '../../vocabulary/codes.ts';
import { foldWords } from './contract.ts';

const WORDS: Partial<Record<EventType, string>> = {
  sexual_violence:
    'rape, gang rape, sexual violence, sexual assault, sexual abuse, sexual slavery, sgbv, gbv, gender based violence, crsv, viol, viols, viol collectif, violence sexuelle, violences sexuelles, agression sexuelle, esclavage sexuel, vbg, vslc, violence basee sur le genre, violences basees sur le genre, اغتصاب, عنف جنسي, اعتداء جنسي, تحرش جنسي, عنف قائم على النوع الاجتماعي',
  summary_killing:
    'killing, murder, homicide, assassination, execution, extrajudicial killing, meurtre, meurtres, assassinat, homicides, execution sommaire, قتل, اغتيال, إعدام',
  abduction: 'kidnapping, abductions, hostage taking, enlevements, kidnapping, rapt, prise d otage, خطف, اختطاف, رهائن',
  pillage_destruction:
    'looting, pillage, pillaging, robbery, theft, burglary, arson, destruction of property, pillages, vol, braquage, incendie, destruction de biens, نهب, سرقة, سلب, حرق',
  arbitrary_detention:
    'arrest, arbitrary arrest, detention, arbitrary detention, arrestation, arrestation arbitraire, detention arbitraire, اعتقال, احتجاز, توقيف',
  torture_ill_treatment: 'torture, ill treatment, mauvais traitements, تعذيب',
  attack_on_civilians: 'attack, armed attack, attaque, attaque armee, attaque de village, هجوم, هجوم مسلح, اعتداء',
  armed_clash:
    'clash, clashes, fighting, battle, affrontement, affrontements, combats, accrochage, اشتباك, اشتباكات, قتال',
  shelling: 'shelling, bombardment, artillery, bombardement, tir d artillerie, قصف',
  air_drone_strike: 'air strike, airstrike, drone strike, frappe aerienne, frappe de drone, غارة جوية, ضربة جوية',
  ied_landmine: 'ied, landmine, mine, explosive device, uxo, eei, engin explosif, لغم, عبوة ناسفة, ألغام',
  forced_displacement: 'displacement, forced displacement, deplacement, deplacement force, نزوح, تهجير, تهجير قسري',
  recruitment_of_children:
    'child recruitment, recruitment of children, recrutement d enfants, تجنيد الأطفال, تجنيد أطفال',
  enforced_disappearance: 'disappearance, disparition, disparition forcee, اختفاء',
  threat_intimidation:
    'threat, threats, intimidation, extortion, menace, menaces, extorsion, racket, تهديد, تهديدات, ابتزاز',
  mob_violence: 'lynching, mob justice, lynchage, vindicte populaire, justice populaire',
  communal_violence: 'intercommunal clash, communal clash, conflit intercommunautaire, affrontement intercommunautaire',
  riot: 'riot, riots, emeute, emeutes, شغب',
  peaceful_protest: 'protest, demonstration, manifestation, مظاهرة, احتجاج',
  attack_on_school: 'attack on school, attaque d ecole, attaque contre une ecole',
  attack_on_health: 'attack on hospital, attack on health, attaque d hopital, attaque contre un centre de sante',
};

/** Types by folded words. */
export const TYPE_WORDS: ReadonlyMap<string, EventType> = new Map(
  Object.entries(WORDS).flatMap(([type, words]) =>
    words.split(',').map((word): [string, EventType] => [foldWords(word), type as EventType]),
  ),
);
