/** Boundary files, GeoJSON or TopoJSON, become areas. What is refused or guessed is said in a sentence. */
import type { Feature } from 'geojson';
import { feature as fromTopology } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import type { AdminLevel, Area } from './area.ts';
import { describeFeature } from './boundary-properties.ts';
import { bboxOf, checkGeometry } from './geometry.ts';
import { foldName } from './names.ts';
import { assignParents } from './parents.ts';

export interface BoundaryFile {
  text: string;
  /** The level of all its areas, when the person who brings the file knows it. */
  level?: AdminLevel;
}

export interface ReadBoundaries {
  /** From the country down. */
  areas: Area[];
  /** Features that are left out, and why; `feature` counts from 1. */
  refused: { feature: number; reason: string }[];
  /** What was guessed or repaired, for the person to check. */
  notes: string[];
}

/** A file as a whole is unusable; the message says why. */
export class BoundaryFileError extends Error {}

type LooseFeature = Pick<Feature, 'id' | 'properties'> & { geometry: unknown };

function featuresOf(file: unknown): LooseFeature[] {
  const root = file as {
    type?: unknown;
    features?: unknown;
    objects?: unknown;
    crs?: { properties?: { name?: unknown } };
  };
  const crs = root?.crs?.properties?.name;
  if (typeof crs === 'string' && !/CRS84|EPSG:+4326/i.test(crs))
    throw new BoundaryFileError(`The file is drawn in ${crs}; save it again in longitude and latitude (WGS 84).`);
  if (root?.type === 'Feature') return [root as unknown as LooseFeature];
  if (root?.type === 'FeatureCollection' && Array.isArray(root.features)) return root.features as LooseFeature[];
  if (root?.type === 'Topology' && typeof root.objects === 'object' && root.objects !== null) {
    const topology = file as Topology;
    return Object.values(topology.objects).flatMap((object) => {
      const read = fromTopology(topology, object);
      return read.type === 'FeatureCollection' ? read.features : [read];
    });
  }
  throw new BoundaryFileError('The file is neither a GeoJSON feature collection nor a TopoJSON topology.');
}

function parse(text: string): LooseFeature[] {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new BoundaryFileError(`The file is not JSON: ${(error as Error).message}.`);
  }
  try {
    return featuresOf(file);
  } catch (error) {
    if (error instanceof BoundaryFileError) throw error;
    throw new BoundaryFileError(`The file's topology is damaged: ${(error as Error).message}.`);
  }
}

const slug = (name: string) => foldName(name).replaceAll(' ', '-');

/** Codes must tell areas apart: one that stands for several (in real files: `CD.` twice) gets the name added. */
function makeCodesUnique(areas: Area[]): { areas: Area[]; notes: string[] } {
  const byCode = Map.groupBy(areas, (area) => area.code);
  const notes: string[] = [];
  const taken = new Set<string>();
  const unique = areas.map((area) => {
    const shared = byCode.get(area.code) ?? [];
    let code = shared.length > 1 ? `${area.code}-${slug(area.name)}` : area.code;
    for (let n = 2; taken.has(code); n++) code = `${area.code}-${slug(area.name)}-${n}`;
    taken.add(code);
    return { ...area, code };
  });
  for (const [code, shared] of byCode)
    if (shared.length > 1)
      notes.push(
        `The code ${code} stands for ${shared.length} areas (${shared.map((a) => a.name).join(', ')}): their names were added to it.`,
      );
  return { areas: unique, notes };
}

interface Gathered {
  areas: Area[];
  refused: ReadBoundaries['refused'];
  levelsGuessed: number;
  codesMade: number;
}

/** @param where what tells this file from the others, in a sentence about a feature */
function gather({ text, level: forced }: BoundaryFile, source: string, where: string): Gathered {
  const read: Gathered = { areas: [], refused: [], levelsGuessed: 0, codesMade: 0 };
  for (const [i, feature] of parse(text).entries()) {
    const { level, code, name, names, parentCode } = describeFeature(feature?.properties, feature?.id, forced ?? null);
    const label = name ?? code;
    const refuse = (reason: string) => read.refused.push({ feature: i + 1, reason });
    if (label === null) {
      refuse(`Feature ${i + 1}${where} has neither a name nor a code.`);
      continue;
    }
    const geometry = checkGeometry(feature.geometry);
    if (typeof geometry === 'string') {
      refuse(`${label} (feature ${i + 1}${where}) ${geometry}.`);
      continue;
    }
    if (level === null) read.levelsGuessed++;
    if (code === null) read.codesMade++;
    read.areas.push({
      code: code ?? slug(label),
      name: label,
      names,
      level: level ?? 1,
      parentCode,
      geometry,
      bbox: bboxOf(geometry),
      source,
    });
  }
  return read;
}

/**
 * Reads the files of one set, often one a level. `source` says where they come from and is kept with each area. Throws `BoundaryFileError` when one is no such file at all; single bad
 * features are refused with a reason and the rest is kept. Areas are tied to their parents, in whichever file those are.
 */
export function readBoundarySet(files: readonly BoundaryFile[], source: string): ReadBoundaries {
  const read = files.map((file, i) => gather(file, source, files.length > 1 ? ` of file ${i + 1}` : ''));
  const { areas, notes } = makeCodesUnique(read.flatMap((file) => file.areas));
  const sum = (count: (file: Gathered) => number) => read.reduce((total, file) => total + count(file), 0);
  const [levelsGuessed, codesMade] = [sum((file) => file.levelsGuessed), sum((file) => file.codesMade)];
  if (levelsGuessed > 0)
    notes.push(`The file does not say the level of ${levelsGuessed} areas: they were read as level 1.`);
  if (codesMade > 0) notes.push(`${codesMade} areas have no code: one was made from the name.`);
  return { areas: assignParents(areas), refused: read.flatMap((file) => file.refused), notes };
}
