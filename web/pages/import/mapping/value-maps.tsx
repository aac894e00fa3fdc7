/** One table for each kind of word: types of event, of actor, and how precisely time and place are known. */
import { useIntl } from 'react-intl';
import type { ImportLook, Mapping } from '../../../../src/incidents/import/contract.ts';
import { ACTOR_TYPES, EVENT_TYPES, PLACE_PRECISIONS, TIME_PRECISIONS } from '../../../../src/vocabulary/codes.ts';
import { useVocabulary } from '../../../app/vocabulary.ts';
import { Select } from '../../../ui/select.tsx';
import { Table } from '../../../ui/table.tsx';

type Words = ImportLook['words'];

interface ValueMapsProps {
  words: Words;
  /** What the file's form calls its codes. */
  labels: Readonly<Record<string, string>>;
  mapping: Mapping;
  onChange: (change: Partial<Mapping>) => void;
}

const OPEN = 'open';

const MAPS = [
  { key: 'types', list: 'event-types', codes: EVENT_TYPES },
  { key: 'actorTypes', list: 'actor-types', codes: ACTOR_TYPES },
  { key: 'timePrecisions', list: 'time-precisions', codes: TIME_PRECISIONS },
  { key: 'placePrecisions', list: 'place-precisions', codes: PLACE_PRECISIONS },
] as const satisfies readonly { key: keyof Words; list: string; codes: readonly string[] }[];

export function ValueMaps({ words, labels, mapping, onChange }: ValueMapsProps) {
  return (
    <div className="value-maps">
      {MAPS.filter(({ key }) => words[key].length > 0).map(({ key, list, codes }) => (
        <ValueMap
          key={key}
          title={`bring.words.${key}`}
          list={list}
          codes={codes}
          words={words[key]}
          labels={labels}
          value={mapping[key]}
          onChange={(value) => onChange({ [key]: value })}
        />
      ))}
    </div>
  );
}

interface ValueMapProps {
  title: string;
  list: string;
  codes: readonly string[];
  words: Words[keyof Words];
  labels: Readonly<Record<string, string>>;
  value: Record<string, string>;
  onChange: (value: Record<string, string>) => void;
}

function ValueMap({ title, list, codes, words, labels, value, onChange }: ValueMapProps) {
  const intl = useIntl();
  const { choices } = useVocabulary();
  const heading = intl.formatMessage({ id: title });
  const open = { id: OPEN, label: intl.formatMessage({ id: 'bring.wordOpen' }) };
  const left = words.filter(({ word }) => value[word] === undefined).length;
  const set = (word: string, code: string) => {
    const { [word]: _before, ...rest } = value;
    onChange(code === OPEN ? rest : { ...rest, [word]: code });
  };
  return (
    <div>
      <h3>{heading}</h3>
      <p className="soft small" role="status">
        {intl.formatMessage({ id: 'bring.wordsLeft' }, { n: left })}
      </p>
      <Table
        caption={heading}
        rows={words}
        rowKey={({ word }) => word}
        columns={[
          {
            id: 'word',
            title: intl.formatMessage({ id: 'bring.head.word' }),
            cell: ({ word, text }) => (
              <>
                <bdi>{text}</bdi>
                {labels[word] && (
                  <span className="soft small bring-cell-more" dir="auto">
                    {labels[word]}
                  </span>
                )}
              </>
            ),
          },
          {
            id: 'rows',
            title: intl.formatMessage({ id: 'bring.head.rows' }),
            numeric: true,
            cell: ({ rows }) => intl.formatNumber(rows),
          },
          {
            id: 'means',
            title: intl.formatMessage({ id: 'bring.head.means' }),
            cell: ({ word, text }) => (
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
