import { FormattedMessage, useIntl } from 'react-intl';
import type { Account, Core, Source } from '../../../src/incidents/contract.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { listed } from '../../words/listed.ts';
import { SUPPORTABLE } from '../../words/supportable.ts';
import { Term } from './term.tsx';

interface SourcesProps {
  core: Core;
  account: Account | undefined;
}

/** Each source with its grade. Sources of one origin repeat one another: they stand together and count once. */
export function Sources({ core, account }: SourcesProps) {
  const groups = groupByOrigin(account?.sources ?? []);
  if (core.sourceCount === 0 && groups.length === 0) return null;
  return (
    <section>
      <h2 className="eyebrow">
        <Term id="sources.title" field="independent" />
        <span>
          <FormattedMessage id="sources.count" values={{ n: core.sourceCount, independent: core.independentSources }} />
        </span>
      </h2>
      <ul className="record-lines">
        {groups.map((group) => (
          <SourceLine key={group[0].id} group={group} />
        ))}
      </ul>
    </section>
  );
}

type Group = [Source, ...Source[]];

function groupByOrigin(sources: readonly Source[]): Group[] {
  const groups = new Map<string, Group>();
  for (const source of sources) {
    const key = source.originKey ?? source.id;
    const group = groups.get(key);
    if (group) group.push(source);
    else groups.set(key, [source]);
  }
  return [...groups.values()];
}

function SourceLine({ group }: { group: Group }) {
  const intl = useIntl();
  const { label } = useVocabulary();
  const [source] = group;
  const fields = SUPPORTABLE.filter((field) => group.some(({ supports }) => supports.includes(field)));
  const grade = [source.sourceGrade, source.informationGrade].filter(Boolean).join(' ');
  const words = [
    source.sourceGrade && label('source-grades', source.sourceGrade),
    source.informationGrade && label('information-grades', source.informationGrade),
  ].filter(Boolean);
  return (
    <li className="source">
      <b title={words.join(' · ') || undefined}>
        {grade || '–'}
        {words.length > 0 && <span className="visually-hidden">: {listed(intl.locale, words)}</span>}
      </b>
      <span>
        <span dir="auto">{source.name}</span>
        <span className="soft small source-more">
          {[label('source-kinds', source.kind), source.date, source.title].filter(Boolean).join(' · ')}
          {group.length > 1 && (
            <>
              {' · '}
              <FormattedMessage id="sources.oneOrigin" values={{ n: group.length }} />
            </>
          )}
          {fields.length > 0 && (
            <>
              {' · '}
              <FormattedMessage
                id="sources.supports"
                values={{ fields: intl.formatList(fields.map((id) => intl.formatMessage({ id: `fact.${id}` }))) }}
              />
            </>
          )}
        </span>
      </span>
    </li>
  );
}
