/** Who else protects: invented organisations, what they do, where, and since when. */
import { DAYS } from '../clock.ts';
import type { Island } from '../island.ts';
import { RENEWAL_DAY } from '../life/calendar.ts';
import type { Names } from '../names.ts';
import { at, Rng } from '../rng.ts';

export type PartnerKind =
  | 'local_committee'
  | 'national_ngo'
  | 'international_ngo'
  | 'faith_group'
  | 'womens_group'
  | 'private_company';
export type Partner = {
  names: Names;
  kind: PartnerKind;
  does: 'safe_passage' | 'legal_aid' | 'relief' | 'mediation' | 'survivor_support' | 'site_security';
  /** Numbers of second-level areas. */
  areas: readonly number[];
  from: number;
  to: number;
};

const NAMED: readonly (Pick<Partner, 'names' | 'kind' | 'does'> & { wide: number; leaves?: boolean })[] = [
  {
    names: { en: 'Ford Committee', fr: 'Comité du Gué', ar: 'لجنة المخاضة' },
    kind: 'local_committee',
    does: 'safe_passage',
    wide: 1,
  },
  {
    names: { en: 'Open Hands Relief', fr: 'Secours Mains ouvertes', ar: 'أيد مفتوحة للإغاثة' },
    kind: 'international_ngo',
    does: 'relief',
    wide: 14,
  },
  {
    names: { en: 'Threshold Law Office', fr: 'Cabinet Le Seuil', ar: 'مكتب العتبة القانوني' },
    kind: 'national_ngo',
    does: 'legal_aid',
    wide: 8,
  },
  {
    names: { en: 'Well and Field Council', fr: 'Conseil du Puits et du Champ', ar: 'مجلس البئر والحقل' },
    kind: 'local_committee',
    does: 'mediation',
    wide: 6,
  },
  {
    names: { en: 'House of Reeds', fr: 'Maison des Roseaux', ar: 'بيت القصب' },
    kind: 'womens_group',
    does: 'survivor_support',
    wide: 5,
  },
  {
    names: { en: 'Sunday Bell Visitors', fr: 'Visiteurs de la Cloche', ar: 'زوار الجرس' },
    kind: 'faith_group',
    does: 'mediation',
    wide: 7,
  },
  {
    names: { en: 'Footpath Companions', fr: 'Compagnons des Sentiers', ar: 'رفاق الدروب' },
    kind: 'international_ngo',
    does: 'safe_passage',
    wide: 9,
    leaves: true,
  },
  {
    names: { en: 'Quayline Site Security', fr: 'Quayline Sûreté des sites', ar: 'كوايلاين لأمن المواقع' },
    kind: 'private_company',
    does: 'site_security',
    wide: 4,
  },
];

export function makePartners(island: Island, seed: number): Partner[] {
  const rng = Rng.of(seed, 'partners');
  const others = [...island.adm2.keys()];
  return NAMED.map(({ names, kind, does, wide, leaves }, i) => {
    const start = i === 0 ? at(island.valley.areas, 0) : rng.pick(others);
    const [sx, sy] = at(island.adm2, start).middle;
    const near = others.toSorted((a, b) => {
      const [p, q] = [at(island.adm2, a).middle, at(island.adm2, b).middle];
      return Math.hypot(p[0] - sx, p[1] - sy) - Math.hypot(q[0] - sx, q[1] - sy);
    });
    return {
      names,
      kind,
      does,
      areas: near.slice(0, wide),
      from: rng.int(0, 300),
      to: leaves ? RENEWAL_DAY + 45 : DAYS,
    };
  });
}
