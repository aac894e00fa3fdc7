/** Reads who imports whom and holds it to the rules. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { RULES } from './rules.ts';

export const CRUISE_OPTIONS: ICruiseOptions = {
  ruleSet: { forbidden: RULES },
  validate: true,
  // Imports of types bind two files together as well.
  tsPreCompilationDeps: true,
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '^(dist|data)/' },
  combinedDependencies: false,
  enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
};

const FOLDERS = ['src', 'web', 'scripts', 'test', 'bench'];

export interface Arrow {
  from: string;
  to: string;
}

export interface Broken extends Arrow {
  rule: string;
  why: string;
  /** For a cycle: every file on the way round, beginning and ending with `from`. */
  round: string[];
}

export interface Cruised {
  modules: number;
  broken: Broken[];
  /** Every import between our own files. */
  arrows: Arrow[];
}

/**
 * @param root the checkout, or a planted tree
 * @throws when nothing was read: a cruise of 0 modules finds 0 faults (it happens under a TypeScript it does not know)
 */
export async function cruiseHouse(root: string): Promise<Cruised> {
  const folders = FOLDERS.filter((folder) => existsSync(path.join(root, folder)));
  const { output } = await cruise(folders, { ...CRUISE_OPTIONS, baseDir: root });
  const result = output as ICruiseResult;
  const own = result.modules.filter((module) => folders.some((folder) => module.source.startsWith(`${folder}/`)));
  if (!own.some((module) => module.dependencies.length > 0)) throw new Error(`No imports were found below ${root}.`);
  return {
    modules: own.length,
    broken: oncePerRound(
      result.summary.violations.map(({ rule, from, to, cycle }) => ({
        rule: rule.name,
        from,
        to,
        why: RULES.find(({ name }) => name === rule.name)?.comment ?? '',
        round: cycle ? [from, ...cycle.map(({ name }) => name)] : [],
      })),
    ),
    arrows: own.flatMap(({ source, dependencies }) =>
      dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
    ),
  };
}

/** A cycle is found once from every file on it; once is enough. */
function oncePerRound(broken: Broken[]): Broken[] {
  const seen = new Set<string>();
  return broken.filter(({ round }) => {
    if (round.length === 0) return true;
    const key = [...new Set(round)].sort().join(' ');
    return !seen.has(key) && seen.add(key);
  });
}

/** One finding as a line for a person. */
export const inWords = ({ rule, from, to, why, round }: Broken): string =>
  `${round.length > 0 ? round.join(' → ') : `${from} → ${to}`}\n    ${rule}: ${why}`;
