/** Facts, a template and a language make a paper. Pure: the same facts give the same paper, word for word. */
import type { Language } from '../../vocabulary/codes.ts';
import { label } from '../../vocabulary/index.ts';
import type { Block, Paper, Section, Template } from '../contract.ts';
import { type Desk, desk } from './desk.ts';
import { commentSection, laterSection, methodSection, outlookSection, unknownSection } from './doubts.ts';
import type { Facts, FlashFacts, PeriodFacts } from './facts.ts';
import { FLASH_SECTIONS } from './flash.ts';
import { actorsSection, notableSection, victimsSection } from './people.ts';
import { addDays } from './period.ts';
import { areasSection, changesSection, mapSection } from './places.ts';
import { numbersSection, situationSection } from './situation.ts';
import { typeName, when, where } from './telling.ts';
import { trendSection } from './trend.ts';

const PERIOD_SECTIONS: Record<Exclude<Section, 'outlook' | 'comment'>, (desk: Desk<PeriodFacts>) => Block[]> = {
  situation: situationSection,
  map: mapSection,
  changes: changesSection,
  notable: notableSection,
  trend: trendSection,
  areas: areasSection,
  actors: actorsSection,
  victims: victimsSection,
  later: laterSection,
  unknown: unknownSection,
  method: methodSection,
};

export function compose(facts: Facts, template: Template, language: Language): Paper {
  const blocks =
    facts.kind === 'flash' ? flashBlocks(facts, template, language) : periodBlocks(facts, template, language);
  const paperDesk = desk<Facts>(facts, template, language);
  const { speech: s } = paperDesk;
  const signature = template.signature[language].trim();
  return {
    ...{ kind: facts.kind, at: facts.at, language, simulated: facts.mission.simulated },
    mission: { slug: facts.mission.slug, name: facts.mission.names[language] },
    period: facts.kind === 'flash' ? { from: facts.told.core.when.from, to: facts.told.core.when.to } : facts.period,
    title: s.word(`title.${facts.kind}`),
    subtitle: subtitle(paperDesk),
    ...{
      asOf: facts.asOf,
      ledger: facts.ledger,
      level: facts.level,
      compartments: facts.compartments,
      areas: facts.areas,
    },
    sheet: {
      level: [
        label('levels', facts.level, language),
        ...facts.compartments.map((code) => label('compartments', code, language)),
      ].join(' · '),
      asOf: s.word('sheet.as-of', {
        at: s.instant(facts.asOf.at, facts.mission.timeZone),
        zone: facts.mission.timeZone,
      }),
      ledger: s.word('sheet.ledger', { size: facts.ledger.size, root: facts.ledger.root }),
      simulated: facts.mission.simulated ? s.word('sheet.simulated') : null,
      page: s.word('sheet.page', { n: '{n}', of: '{of}' }),
      signature: signature === '' ? null : signature,
    },
    blocks,
  };
}

function periodBlocks(facts: PeriodFacts, template: Template, language: Language): Block[] {
  const own = desk(facts, template, language);
  const sections = template.sections[facts.kind];
  // Figures and map are read together, on the first sheet; the table, which is looked things up in, comes after them.
  const situation = sections.indexOf('situation');
  const tableAfter = sections[situation + 1] === 'map' ? 'map' : 'situation';
  return sections.flatMap((section) => {
    if (section === 'outlook') return outlookSection(own);
    if (section === 'comment') return commentSection(own);
    const blocks = PERIOD_SECTIONS[section](own);
    return situation >= 0 && section === tableAfter ? [...blocks, ...numbersSection(own)] : blocks;
  });
}

function flashBlocks(facts: FlashFacts, template: Template, language: Language): Block[] {
  const own = desk(facts, template, language);
  return template.sections.flash.flatMap((section) => {
    if (section === 'outlook') return outlookSection(own);
    if (section === 'comment') return commentSection(own);
    return FLASH_SECTIONS[section]?.(own) ?? [];
  });
}

function subtitle({ facts, speech, template, areas }: Desk): string {
  if (facts.kind === 'flash') {
    const { core } = facts.told;
    return speech.word('subtitle.flash', {
      ...{ type: typeName(speech, core.type), where: where(speech, core, areas), when: when(speech, core) },
    });
  }
  const days = speech.days(facts.period.from, facts.period.to, 'long');
  if (facts.week) return speech.word('subtitle.weekly', { week: facts.week.week, year: String(facts.week.year), days });
  return speech.word('subtitle.daily', {
    ...{ days, time: template.dailyAt, until: speech.days(addDays(facts.period.from, 1)) },
  });
}
