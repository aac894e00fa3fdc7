/**
 * A mission in which many things happen, one after the other, and what it answered after each: lists, sums, time bar, map,
 * records, versions and exports, to several people. Asked again with that `asOf`, it must answer the same for ever.
 */
import fc from 'fast-check';
import type { Incident, IncidentInput, IncidentList } from '../../src/incidents/contract.ts';
import type { Ask } from '../support/served.ts';
import { at, bring, csv, type Flow, get, told } from './flow.ts';
import { anyQuestion, anyRecord, asked } from './pool.ts';

/** One thing that somebody does; `at` chooses the record among those there are. */
export type Act =
  | { kind: 'record'; input: IncidentInput; person: string | null }
  | { kind: 'edit'; at: number; input: IncidentInput; person: string | null }
  | { kind: 'confirm' | 'verify' | 'erase'; at: number }
  | { kind: 'import'; rows: readonly number[]; killed: number; complete: boolean };

const place = fc.nat({ max: 1000 });
const person = fc.option(fc.constantFrom('Amina', 'Bako'), { nil: null });
const own = anyRecord.map(
  (input): IncidentInput => ({
    ...input,
    core: {
      ...input.core,
      origin: { ...input.core.origin, dataset: 'own' },
      operational: 'unconfirmed',
      humanRights: 'not_examined',
    },
  }),
);

export const anyActs: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('record' as const), input: own, person }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('edit' as const), at: place, input: own, person }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('confirm' as const, 'verify' as const), at: place }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('erase' as const), at: place }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('import' as const),
        rows: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 8 }),
        killed: fc.integer({ min: 0, max: 3 }),
        complete: fc.boolean(),
      }),
    },
  ),
  { minLength: 10, maxLength: 24, size: 'max' },
);

export interface Watcher {
  name: string;
  ask: Ask;
}

/** What was answered when nothing later was known: by who asked and what. */
export interface Moment {
  seq: number;
  at: string;
  urls(asOf: string | undefined): string[];
  answers: Map<string, string>;
}

export class Mission {
  readonly moments: Moment[] = [];
  private readonly flow: Flow;
  private readonly keeper: Ask;
  private readonly watchers: readonly Watcher[];
  private readonly records: string[] = [];
  private readonly scopes = new Map<string, Pick<IncidentInput, 'levels' | 'compartments'>>();
  private readonly questions = fc.sample(anyQuestion, { seed: 3, numRuns: 1 });

  constructor(flow: Flow, keeper: Ask, watchers: readonly Watcher[]) {
    this.flow = flow;
    this.keeper = keeper;
    this.watchers = watchers;
  }

  /** Does it, a while later than the thing before, and remembers what the house answers then. */
  async live(act: Act): Promise<void> {
    this.later(20_000);
    await this.perform(act);
    const { asOf } = await get<IncidentList>(this.keeper, 'incidents?limit=1');
    const records = this.records.slice(-2);
    const urls = (known: string | undefined) => this.urls(records, known);
    // Exports are acts of their own: they come after the moment that is remembered.
    this.later(1000);
    this.moments.push({ ...asOf, urls, answers: await this.ask(urls, undefined) });
  }

  private later(ms: number): void {
    this.flow.house.clock.set(new Date(this.flow.house.clock.now().getTime() + ms));
  }

  /** What is answered otherwise today than it was then. */
  async changed({ urls, answers }: Moment, asOf: string): Promise<string[]> {
    const today = await this.ask(urls, asOf);
    return [...answers].flatMap(([question, then]) => {
      const now = today.get(question) ?? '';
      return now === then
        ? []
        : [`as known at ${asOf}, ${question}\nthen: ${then.slice(0, 500)}\nnow: ${now.slice(0, 500)}`];
    });
  }

  private async perform(act: Act): Promise<void> {
    if (act.kind === 'record') {
      if (this.records.includes(act.input.id)) return;
      told(await this.keeper({ method: 'POST', url: at('incidents'), body: withPerson(act.input, act.person) }), 201);
      this.records.push(act.input.id);
      const { levels, compartments } = act.input;
      this.scopes.set(act.input.id, { levels, compartments });
    } else if (act.kind === 'import') {
      const rows = act.rows.map((n) => [
        `R${n}`,
        '2029-05-01',
        'armed_clash',
        `Village ${n}`,
        6 + n / 10,
        21,
        act.killed,
      ]);
      const table = csv([['id', 'date', 'type', 'place', 'lat', 'lon', 'killed'], ...rows]);
      await bring(this.keeper, 'rows.csv', table, { dataset: 'rows', complete: act.complete });
    } else await this.change(act);
  }

  private async change(act: Exclude<Act, { kind: 'record' | 'import' }>): Promise<void> {
    const id = this.records[act.at % Math.max(1, this.records.length)];
    if (!id) return;
    const now = await get<Incident>(this.keeper, `incidents/${id}`);
    const headers = { 'if-match': `"${now.version}"` };
    const url = at(`incidents/${id}`);
    if (act.kind === 'edit') {
      // Whoever closes a record closes its past (decision 0009, `test/leak/past.test.ts`); here nobody does.
      const body = withPerson({ ...act.input, id, ...this.scopes.get(id) }, act.person);
      told(await this.keeper({ method: 'PUT', url, headers, body }));
    } else if (act.kind === 'erase') {
      // A record that names nobody has nothing to erase.
      if (!now.protected) return;
      told(await this.keeper({ method: 'POST', url: `${url}/erase`, body: { reason: 'They asked for it.' } }));
      this.forget(id);
    } else {
      const status = act.kind === 'confirm' ? 'being_confirmed' : 'allegation';
      const changed = await this.keeper({
        method: 'POST',
        url: `${url}/${act.kind}`,
        headers,
        body: { status, note: null },
      });
      if (changed.statusCode !== 409) told(changed);
    }
  }

  /** Erasing is the one exception: what showed the erased people is not to be answered again. */
  private forget(id: string): void {
    for (const { answers } of this.moments)
      for (const [question, answer] of answers)
        if (answer.includes(id) && /people|export/.test(answer + question)) answers.delete(question);
  }

  private async ask(urls: Moment['urls'], asOf: string | undefined): Promise<Map<string, string>> {
    const answers = new Map<string, string>();
    const [names, asked] = [urls(undefined), urls(asOf)];
    for (const [n, url] of asked.entries())
      await Promise.all(
        this.watchers.map(async ({ name, ask }) => {
          const { statusCode, rawPayload } = await ask(at(url));
          answers.set(`${name}: ${names[n]}`, `${statusCode} ${rawPayload.toString('latin1')}`);
        }),
      );
    return answers;
  }

  /** Every question; exports last. */
  private urls(records: readonly string[], asOf: string | undefined): string[] {
    const of = (what: string, more: Record<string, unknown> = {}) => `incidents${what}?${asked({}, { ...more, asOf })}`;
    const filtered = this.questions.flatMap((question) =>
      ['', '/summary', '/timeline'].map((what) => `incidents${what}?${asked(question, { asOf })}`),
    );
    return [
      ...[of('', { sort: 'recorded', limit: 200 }), of('', { sort: 'killed', limit: 200 })],
      ...[of('/summary'), of('/timeline'), of('/tiles/0/0/0.mvt'), of('/tiles/6/35/30.mvt')],
      ...filtered,
      ...records.flatMap((id) => [of(`/${id}`), of(`/${id}/versions`)]),
      ...[of('/export', { format: 'csv' }), of('/export', { format: 'geojson' })],
    ];
  }
}

const withPerson = (input: IncidentInput, name: string | null): IncidentInput => ({
  ...input,
  protected: name
    ? {
        people: [{ name, role: 'witness', note: null, sexAge: 'unknown' }],
        ...{ exactPoint: null, exactPlace: null, narrative: null, caseReference: null, setApart: null },
      }
    : null,
});
