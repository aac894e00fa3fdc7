import type { AreasFound } from '../places/index.ts';
import type { Core } from './contract.ts';

/** Fills country and areas from what holds the point; what a source or a person wrote stays. Codes are always the set's own. */
export function filled(core: Core, find: (point: [number, number]) => AreasFound): Core {
  const { where } = core;
  if (!where.point) return core;
  const found = find(where.point);
  return {
    ...core,
    where: {
      ...where,
      country: where.country ?? found.country,
      adm1Code: found.adm1?.code ?? where.adm1Code,
      adm1: where.adm1 ?? found.adm1?.name ?? null,
      adm2Code: found.adm2?.code ?? where.adm2Code,
      adm2: where.adm2 ?? found.adm2?.name ?? null,
    },
  };
}
