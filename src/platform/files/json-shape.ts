/** Where the records are in a JSON file, found in its first characters. */
import { isObject } from './json-object.ts';
import { FileRefused } from './types.ts';

export interface ListFound {
  /** Position just behind the `[` of the list, or `null` when each line is a record. */
  start: number | null;
  /** The records are GeoJSON features. */
  geo: boolean;
  notes: string[];
}

const FEATURE = /^\s*\{[^[]{0,2000}?"type"\s*:\s*"Feature"/;
/** Names that mean longitude and latitude on WGS 84. */
const WGS84 = /CRS84|EPSG:{1,2}4326/i;

/** @throws FileRefused when there is no list of records, or its coordinates are not degrees. */
export function findList(head: string): ListFound {
  if (/^\s*\[/.test(head)) {
    const start = head.indexOf('[') + 1;
    return { start, geo: FEATURE.test(head.slice(start)), notes: [] };
  }
  if (/^\s*\{\s*"type"\s*:\s*"Topology"/.test(head)) {
    throw new FileRefused('The file is TopoJSON. Export it as GeoJSON.');
  }
  const line = firstObjectLine(head);
  if (line !== null) return { start: null, geo: line.type === 'Feature', notes: ['Each line is one JSON record.'] };
  const members = membersBeforeList(head);
  if (!members) {
    throw new FileRefused('The file is one JSON object, and no list of records was found near its beginning.');
  }
  const geo = members.name === 'features' && /"type"\s*:\s*"FeatureCollection"/.test(head);
  if (geo) {
    refuseOtherProjection(members.before);
    return { start: members.start, geo, notes: [] };
  }
  return {
    start: members.start,
    geo,
    notes: [`The records are the list “${members.name.slice(0, 100)}” of the file.`],
  };
}

/** The first line, when it is a whole object and not itself a collection of records. */
function firstObjectLine(text: string): Record<string, unknown> | null {
  const start = text.trimStart();
  const end = start.indexOf('\n');
  try {
    const value: unknown = JSON.parse(end < 0 ? start : start.slice(0, end));
    if (!isObject(value) || value.type === 'FeatureCollection') return null;
    // One object alone on its line, with a list of objects in it, is a wrapping; several lines of them are records.
    const alone = end < 0 || start.slice(end).trim() === '';
    const wraps = Object.values(value).some((member) => Array.isArray(member) && isObject(member[0]));
    return alone && wraps ? null : value;
  } catch {
    return null;
  }
}

/** The first member of the outer object that is a list of objects (or is called `features`). */
function membersBeforeList(head: string): { name: string; start: number; before: string } | null {
  let depth = 0;
  let name = '';
  for (let at = 0; at < head.length; at++) {
    const character = head[at];
    if (character === '"') {
      const from = at + 1;
      at++;
      while (at < head.length && head[at] !== '"') at += head[at] === '\\' ? 2 : 1;
      if (depth === 1 && /^\s*:/.test(head.slice(at + 1, at + 50))) name = head.slice(from, at);
    } else if (character === '[' || character === '{') {
      const isList = depth === 1 && character === '[';
      if (isList && (name === 'features' || /^\s*\{/.test(head.slice(at + 1, at + 200)))) {
        return { name, start: at + 1, before: head.slice(0, at) };
      }
      depth++;
    } else if (character === '}' || character === ']') depth--;
  }
  return null;
}

function refuseOtherProjection(before: string): void {
  const crs = /"crs"\s*:\s*\{[^{}]{0,200}\{\s*"name"\s*:\s*"([^"]{1,200})"/.exec(before)?.[1];
  if (crs && !WGS84.test(crs)) {
    throw new FileRefused(
      `The coordinates of the GeoJSON file are in “${crs}”. Export it again in longitude and latitude (WGS 84).`,
    );
  }
}
