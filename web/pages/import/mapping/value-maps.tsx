/** What the file's own words mean: its types of event, of actor, and how precisely it knows time and place. */
import { FormattedMessage, useIntl } from 'react-intl';
import { type FieldPath, foldWords, type Mapping } from '../../../../src/incidents/import/contract.ts';
import { ACTOR_TYPES, EVENT_TYPES, PLACE_PRECISIONS, TIME_PRECISIONS } from '../../../../src/vocabulary/codes.ts';
import { useVocabulary } from '../../../app/vocabulary.ts';
import { Select } from '../../../ui/select.tsx';
import { Table } from '../../../ui/table.tsx';

type Rows = readonly Record<string, string>[];

interface ValueMapsProps {
  sample: Rows;
  mapping: Mapping;
  onChange: (change: Partial<Mapping>) => void;
}

const OPEN = 'open';

const MAPS = [
  { key: 'types', list: 'event-types', codes: EVENT_TYPES, fields: ['type'] },
  { key: 'actorTypes', list: 'actor-types', codes: ACTOR_TYPES, fields: ['perpetrator', 'target', 'party'] },
  { key: 'timePrecisions', list: 'time-precisions', codes: TIME_PRECISIONS, fields: ['time_precision'] },
  { key: 'placePrecisions', list: 'place-precisions', codes: PLACE_PRECISIONS, fields: ['place_precision'] },
] as const satisfies readonly { key: keyof Mapping; list: string; codes: readonly string[]; fields: FieldPath[] }[];

export function ValueMaps({ sample, mapping, onChange }: ValueMapsProps) {
  const shown = MAPS.map((map) => ({ ...map, words: wordsIn(sample, mapping, map.fields, mapping[map.key]) })).filter(
    ({ words }) => words.size > 0,
  );
  if (shown.length === 0) return null;
  return (
    <div className="value-maps">
      {shown.map(({ key, list, codes, words }) => (
        <ValueMap
          key={key}
          title={`bring.words.${key}`}
          list={list}
          codes={codes}
          words={words}
          value={mapping[key]}
          onChange={(value) => onChange({ [key]: value })}
        />
      ))}
    </div>
  );
}

/** The words of the columns that fill these fields, in the rows we hold, by their folded form. */
function wordsIn(sample: Rows, { columns }: Mapping, fields: readonly FieldPath[], known: Record<string, string>) {
  const headers = Object.keys(columns).filter((header) => fields.some((field) => field === columns[header]));
  const texts = headers.flatMap((header) => sample.map((cells) => cells[header] ?? '')).filter((text) => text.trim());
  const entries = [
    ...Object.keys(known).map((word) => [word, word] as const),
    ...texts.map((t) => [foldWords(t), t] as const),
  ];
  return new Map(headers.length > 0 ? entries : []);
}

interface ValueMapProps {
  title: string;
  list: string;
  codes: readonly string[];
  words: ReadonlyMap<string, string>;
  value: Record<string, string>;
  onChange: (value: Record<string, string>) => void;
}

function ValueMap({ title, list, codes, words, value, onChange }: ValueMapProps) {
  const intl = useIntl();
  const { choices } = useVocabulary();
  const heading = intl.formatMessage({ id: title });
  const open = { id: OPEN, label: intl.formatMessage({ id: 'bring.wordOpen' }) };
  const set = (word: string, code: string) => {
    const { [word]: _before, ...rest } = value;
    onChange(code === OPEN ? rest : { ...rest, [word]: code });
  };
  return (
    <div>
      <h3>{heading}</h3>
      <p className="soft small">
        <FormattedMessage id="bring.wordsHelp" />
      </p>
      <Table
        caption={heading}
        rows={[...words]}
        rowKey={([word]) => word}
        columns={[
          { id: 'word', title: intl.formatMessage({ id: 'bring.head.word' }), cell: ([, text]) => <bdi>{text}</bdi> },
          {
            id: 'means',
            title: intl.formatMessage({ id: 'bring.head.means' }),
            cell: ([word, text]) => (
              <Select
                label={intl.formatMessage({ id: 'bring.meansOf' }, { word: text })}
                about="wordMeaning"
                choices={[open, ...choices(list, codes)]}
                value={value[word] ?? OPEN}
                onChange={(code) => set(word, code)}
              />
            ),
          },
        ]}
      />
    </div>
  );
}
