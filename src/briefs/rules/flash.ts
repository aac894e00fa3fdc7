/** One event on one sheet: what, where, who, how sure, what came before, what is missing. */

import { isSetApart } from '../../incidents/index.ts';
import { SEX_AGE } from '../../vocabulary/codes.ts';
import { label } from '../../vocabulary/index.ts';
import type { Block, Section } from '../contract.ts';
import { type Desk, heading, paragraph } from './desk.ts';
import type { FlashFacts } from './facts.ts';
import { inStream, streamsOf, sumOf } from './numbers.ts';
import { daysIn } from './period.ts';
import { mapBlock } from './places.ts';
import { harm, parties, streamName, typeName, what, when, where } from './telling.ts';

export const FLASH_SECTIONS: Partial<Record<Section, (desk: Desk<FlashFacts>) => Block[]>> = {
  situation,
  map,
  victims,
  trend: before,
  unknown,
};

function situation(desk: Desk<FlashFacts>): Block[] {
  const { facts, speech, counter, areas } = desk;
  const { told, incident } = facts;
  const { core } = told;
  const place = where(speech, core, areas);
  const opening = speech.say('flash.lead', {
    ...{ type: typeName(speech, core.type), when: when(speech, core), where: place },
    case: core.when.from === core.when.to ? 'day' : 'days',
  });
  const status = speech.word('flash.status', {
    operational: label('operational-statuses', core.operational, speech.language),
    humanRights: label('human-rights-statuses', core.humanRights, speech.language),
  });
  const sources = speech.word('flash.sources', { n: core.sourceCount, independent: core.independentSources });
  const known = speech.word('flash.known', {
    first: speech.instant(facts.firstKnown, facts.mission.timeZone),
    version: incident.version,
    since: speech.instant(incident.knownFrom.at, facts.mission.timeZone),
  });
  const own = core.origin.dataset === 'own';
  const deaths = isSetApart(core) ? [speech.word('incident.survivors')] : harm(speech, counter, told);
  return [
    paragraph('flash.lead', [...opening, ' ', ...deaths], 'lead'),
    ...(own && core.operational !== 'confirmed' && core.operational !== 'disproved'
      ? [paragraph('flash.unconfirmed', speech.say('flash.unconfirmed'), 'body')]
      : []),
    heading(desk, 'what'),
    ...(core.title && !isSetApart(core) ? [paragraph('flash.title', [core.title])] : []),
    paragraph('flash.what', what(speech, counter, told)),
    paragraph('flash.status', [own ? status : streamName(speech, told.stream), ' ', sources]),
    paragraph('flash.known', [known]),
  ];
}

function map(desk: Desk<FlashFacts>): Block[] {
  const { facts, speech, areas } = desk;
  const { told } = facts;
  const [lon, lat] = told.core.where.point ?? [];
  const vague = !['exact', 'near', 'adm2'].includes(told.core.where.precision);
  const killed =
    told.core.figures.find((f) => f.harm === 'killed' && f.group === 'all') ??
    told.core.figures.find((f) => f.harm === 'killed');
  const spot = {
    stream: told.stream,
    vague,
    place: told.core.where.name ?? areas.name(told.core.where.adm1Code),
    ids: [told.id],
    killed: killed?.total.best ?? 0,
  };
  const spots = lon === undefined || lat === undefined || isSetApart(told.core) ? [] : [{ ...spot, lon, lat }];
  return spots.length === 0 ? [] : [heading(desk, 'map'), mapBlock(desk, when(speech, told.core), spots, new Set())];
}

/** The record's own harm table: civilians first. */
function victims(desk: Desk<FlashFacts>): Block[] {
  const { facts, speech, counter } = desk;
  const { core, id } = facts.told;
  if (isSetApart(core)) return [];
  const filter = counter.these([id]);
  const rows = (['killed', 'injured', 'abducted', 'displaced'] as const).flatMap((kind) =>
    (['civilians', 'all'] as const).flatMap((group) => {
      const figure = core.figures.find((f) => f.harm === kind && f.group === group);
      const total = figure?.total.best;
      if (!figure || total === null || total === undefined) return [];
      const measure = kind === 'killed' && group === 'civilians' ? 'killedCivilians' : kind;
      const parts = SEX_AGE.filter((s) => s !== 'unknown').map((s) => ({ s, best: figure.bySexAge[s]?.best ?? 0 }));
      const stated = parts.reduce((n, p) => n + p.best, 0);
      if (kind !== 'killed' && group === 'civilians' && core.figures.some((f) => f.harm === kind && f.group === 'all'))
        return [];
      return [
        {
          style: 'row' as const,
          cells: [
            speech.word(`measure.${measure}`),
            ...parts.map((p) => (stated === 0 ? null : counter.count(p.best, `${measure}.${p.s}`, filter))),
            counter.count(Math.max(0, total - stated), `${measure}.unknown`, filter),
            counter.count(total, measure, filter),
          ],
        },
      ];
    }),
  );
  if (rows.length === 0) return [];
  const columns = ['women', 'men', 'girls', 'boys', 'unknown', 'total'] as const;
  return [
    heading(desk, 'victims'),
    {
      ...{ type: 'table', id: 'victims.table', rows },
      columns: [
        { label: '', number: false },
        ...columns.map((c) => ({ label: speech.word(`column.${c}`), number: true })),
      ],
    },
  ];
}

function before(desk: Desk<FlashFacts>): Block[] {
  const { facts, speech, counter, areas } = desk;
  const { range, sums, area: code } = facts.before;
  if (code === null) return [];
  const own = facts.held.some((h) => h.dataset === 'own');
  return [
    heading(desk, 'before'),
    ...streamsOf(own, sums).map((stream) =>
      paragraph(
        `before.${stream}`,
        speech.say('flash.before', {
          ...{ stream: streamName(speech, stream), area: areas.name(code) ?? code, n: daysIn(range) },
          incidents: counter.count(
            sumOf(sums, stream).incidents,
            'incidents',
            counter.counted(range, { ...inStream(stream), adm1: code }),
          ),
        }),
        'item',
      ),
    ),
  ];
}

function unknown(desk: Desk<FlashFacts>): Block[] {
  const { told } = desk.facts;
  const { core } = told;
  const killed = core.figures.filter((f) => f.harm === 'killed');
  const { by, between } = parties(core);
  const named = by.length + between.length + core.hypotheses.filter((h) => h.likelihood !== 'excluded').length;
  const gaps = [
    ...(['minute', 'hour', 'day'].includes(core.when.precision) ? [] : (['flash.day'] as const)),
    ...(core.where.precision === 'exact' ? [] : (['flash.place'] as const)),
    ...(killed.some((f) => f.total.best !== null) ? [] : (['flash.deaths'] as const)),
    ...(named > 0 ? [] : (['flash.actor'] as const)),
    ...(core.figures.some((f) => Object.keys(f.bySexAge).length > 0) ? [] : (['flash.sex-age'] as const)),
  ];
  const told_ = gaps.length > 0 ? gaps : (['flash.nothing'] as const);
  return [heading(desk, 'unknown'), ...told_.map((key) => paragraph(key, desk.speech.say(key), 'item'))];
}
