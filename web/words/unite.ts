/**
 * A record for specialists, as it was written: what was set apart stands in its own fields again, on the page and while
 * they edit. The server sets it apart anew when it is saved.
 */
import type { Incident, Protected } from '../../src/incidents/contract.ts';

/** @returns the record as it is; whole, where its reader sees what was set apart */
export function unite(incident: Incident): Incident {
  const { core, protected: names } = incident;
  if (!core.specialists || !names) return incident;
  const { exactPoint, exactPlace, setApart } = names;
  const { where } = core;
  const isExact = exactPoint !== null || exactPlace !== null;
  const { specialists: _decidedAnew, ...rest } = core;
  return {
    ...incident,
    core: {
      ...rest,
      title: setApart?.title ?? core.title,
      where: {
        ...where,
        point: exactPoint ?? where.point,
        name: exactPlace ?? where.name,
        description: setApart?.place ?? where.description,
        precision: isExact ? (setApart?.precision ?? 'near') : where.precision,
      },
      parties: [...core.parties, ...(setApart?.targets ?? [])],
      damage: setApart && setApart.damage.length > 0 ? setApart.damage : core.damage,
    },
    ...(setApart?.account ? { account: setApart.account } : {}),
    protected: { ...names, ...NOWHERE_ELSE },
  };
}

const NOWHERE_ELSE: Pick<Protected, 'exactPoint' | 'exactPlace' | 'setApart'> = {
  exactPoint: null,
  exactPlace: null,
  setApart: null,
};
