/** The meaning of HXL hashtags: a tagged table needs nobody to map it. */
import { type FieldPath, type Mapping, REPEATABLE } from './contract.ts';

/** The first that fits, so the narrower stand first. `+` attributes may come in any order. */
const TAGS: readonly [tag: string, attributes: readonly string[], field: FieldPath][] = [
  ['#date', ['end'], 'date_to'],
  ['#date', ['start'], 'date'],
  ['#date', ['source'], 'source_date'],
  ['#date', ['precision'], 'time_precision'],
  ['#date', ['reported'], 'source_date'],
  ['#date', [], 'date'],
  ['#country', [], 'country'],
  ['#adm1', ['code'], 'adm1_code'],
  ['#adm1', [], 'adm1'],
  ['#adm2', ['code'], 'adm2_code'],
  ['#adm2', [], 'adm2'],
  ['#loc', ['description'], 'place_description'],
  ['#loc', ['precision'], 'place_precision'],
  ['#loc', [], 'place'],
  ['#geo', ['lat'], 'latitude'],
  ['#geo', ['lon'], 'longitude'],
  ['#geo', ['precision'], 'place_precision'],
  ['#geo', ['coord'], 'coordinates'],
  ['#event', ['id'], 'external_id'],
  ['#event', ['code'], 'external_id'],
  ['#event', ['type'], 'type'],
  ['#event', ['description'], 'narrative'],
  ['#event', ['title'], 'title'],
  ['#event', ['name'], 'title'],
  ['#event', [], 'type'],
  ['#cause', [], 'type'],
  ['#crisis', ['type'], 'type'],
  ['#group', ['perpetrator'], 'perpetrator'],
  ['#actor', ['perpetrator'], 'perpetrator'],
  ['#actor', ['target'], 'target'],
  ['#group', ['target'], 'target'],
  ['#group', [], 'party'],
  ['#actor', [], 'party'],
  ['#description', [], 'narrative'],
  ['#meta', ['id'], 'external_id'],
  ['#id', [], 'external_id'],
  ['#meta', ['source', 'url'], 'source_reference'],
  ['#meta', ['url'], 'source_reference'],
  ['#meta', ['source'], 'source'],
  ['#source', ['url'], 'source_reference'],
  ['#source', ['date'], 'source_date'],
  ['#source', [], 'source'],
  ['#meta', ['notes'], 'notes'],
  ['#meta', ['tags'], 'tags'],
];

const HARMS = [
  ['killed', ['killed', 'deaths', 'dead', 'fatalities']],
  ['injured', ['injured', 'wounded']],
  ['abducted', ['abducted', 'kidnapped', 'missing']],
  ['displaced', ['displaced', 'idps', 'refugees']],
  ['arrested', ['arrested', 'detained']],
  ['sexual_violence', ['gbv', 'sgbv', 'crsv']],
] as const;

/** HXL's own letters for sex and age. */
const PARTS = [
  ['girls', ['girls']],
  ['boys', ['boys']],
  ['women', ['women']],
  ['men', ['men']],
  ['low', ['low', 'min']],
  ['high', ['high', 'max']],
] as const;

/** The field that a hashtag such as `#affected+killed+f+children` fills; `null` for those that are none of ours. */
export function fieldOfTag(hashtag: string): FieldPath | null {
  const [tag = '', ...attributes] = hashtag.toLowerCase().replace(/\s+/g, '').split('+');
  const has = (attribute: string) => attributes.includes(attribute);
  if (tag === '#affected' || tag === '#casualties') return figureField(has);
  return TAGS.find(([name, needed]) => name === tag && needed.every(has))?.[2] ?? null;
}

function figureField(has: (attribute: string) => boolean): FieldPath | null {
  const harm = HARMS.find(([, words]) => words.some(has))?.[0];
  if (!harm) return null;
  const group = has('civilians') || has('civilian') ? 'civilians' : 'all';
  return `${harm}.${group}.${partOf(has)}`;
}

function partOf(has: (attribute: string) => boolean) {
  const child = has('children') || has('child');
  if (has('f')) return child ? 'girls' : 'women';
  if (has('m')) return child ? 'boys' : 'men';
  return PARTS.find(([, words]) => words.some(has))?.[0] ?? 'best';
}

/** Each field is filled by the first column that carries its hashtag; the others stay verbatim. */
export function columnsFromTags(headers: readonly string[], tags: Record<string, string>): Mapping['columns'] {
  const columns: Mapping['columns'] = {};
  const taken = new Set<FieldPath>();
  for (const header of headers) {
    const field = fieldOfTag(tags[header] ?? '');
    if (!field || (taken.has(field) && !REPEATABLE.has(field))) continue;
    columns[header] = field;
    taken.add(field);
  }
  return columns;
}
