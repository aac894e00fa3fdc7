import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { BoundarySet, ImportedBoundaries } from '../../../src/places/contract.ts';
import { activateSet, boundarySetsQuery, placeKeys, sendBoundaries } from '../../api/boundary-sets.ts';
import { Section } from '../../app/page.tsx';
import { useLanguage } from '../../app/preferences.ts';
import { useMay, useMission } from '../../app/session.ts';
import { useMomentText } from '../../app/use-as-of.ts';
import { Button } from '../../ui/button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Circle } from '../../ui/marks.tsx';
import { More } from '../../ui/more.tsx';
import { EmptyState, useErrorText } from '../../ui/states.tsx';
import { say, sayFailed } from '../../ui/toast.tsx';
import { SendDialog } from './send-dialog.tsx';

/** The sets of boundaries that the mission has; one of them decides which area a point lies in. */
export function BoundarySets() {
  const intl = useIntl();
  const { slug } = useMission();
  const may = useMay();
  const client = useQueryClient();
  const sets = useInfiniteQuery(boundarySetsQuery(slug));
  const [isSending, setSending] = useState(false);
  const [brought, setBrought] = useState<ImportedBoundaries | null>(null);
  const took = (imported: ImportedBoundaries) => {
    setSending(false);
    setBrought(imported);
    client.invalidateQueries({ queryKey: placeKeys(slug) });
  };
  return (
    <Section
      title={intl.formatMessage({ id: 'atlas.sets' })}
      lede={<FormattedMessage id="atlas.setsHelp" />}
      aside={
        may('places.manage') && (
          <Button onPress={() => setSending(true)}>
            <FormattedMessage id="atlas.bringSet" />
          </Button>
        )
      }
    >
      {brought && <Brought imported={brought} />}
      <Loaded query={sets}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={intl.formatMessage({ id: 'atlas.noSets' })}>
              <FormattedMessage id="atlas.noSetsText" />
            </EmptyState>
          ) : (
            <ul className="sets">
              {items.map((set) => (
                <SetEntry key={set.id} set={set} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <More query={sets} />
      {isSending && (
        <SendDialog
          title={intl.formatMessage({ id: 'atlas.bringSet' })}
          help={<FormattedMessage id="atlas.setFileHelp" />}
          accept={['.geojson', '.json', '.topojson']}
          send={(about, file, sending) => sendBoundaries(slug, about, file, sending)}
          onDone={took}
          onClose={() => setSending(false)}
        />
      )}
    </Section>
  );
}

function SetEntry({ set }: { set: BoundarySet }) {
  const intl = useIntl();
  const { slug } = useMission();
  const may = useMay();
  const language = useLanguage();
  const client = useQueryClient();
  const errorText = useErrorText();
  const moment = useMomentText();
  const activating = useMutation({
    mutationFn: () => activateSet(slug, set.id),
    onSuccess: () => say(intl.formatMessage({ id: 'atlas.nowActive' }, { name: set.name })),
    onError: (error) => sayFailed(errorText(error)),
    onSettled: () => client.invalidateQueries({ queryKey: placeKeys(slug) }),
  });
  const levels = set.areasByLevel.flatMap((n, level) =>
    n > 0 ? [intl.formatMessage({ id: `atlas.level.${level}` }, { n })] : [],
  );
  return (
    <li className="set">
      <div className="set-head">
        <h3>
          <bdi>{set.name}</bdi>
        </h3>
        {set.active ? (
          <span className="status small">
            <Circle fill="full" />
            <FormattedMessage id="atlas.active" />
          </span>
        ) : (
          may('places.manage') && (
            <Button
              isPending={activating.isPending}
              onPress={() => activating.mutate()}
              aria-label={intl.formatMessage({ id: 'atlas.activateThis' }, { name: set.name })}
            >
              <FormattedMessage id="atlas.activate" />
            </Button>
          )
        )}
      </div>
      <p>{levels.join(' · ')}</p>
      <p className="soft small">
        <FormattedMessage
          id="atlas.setAbout"
          values={{
            version: set.version,
            source: <bdi key="source">{set.source}</bdi>,
            licence: <bdi key="licence">{set.licence ?? intl.formatMessage({ id: 'atlas.noLicence' })}</bdi>,
            when: moment(set.importedAt),
          }}
        />
      </p>
      {set.disclaimer[language] && <p className="soft small">{set.disclaimer[language]}</p>}
    </li>
  );
}

/** What came of the file: what was left out and why, what was guessed. */
function Brought({ imported: { set, unchanged, refused, notes } }: { imported: ImportedBoundaries }) {
  return (
    <div role="status" className="sentences">
      <p>
        <FormattedMessage
          id={unchanged ? 'atlas.setUnchanged' : 'atlas.setBrought'}
          values={{ name: set.name, refused: refused.length }}
        />
      </p>
      <ul className="sentences small" lang="en" dir="auto">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        {refused.map(({ feature, reason }) => (
          <li key={feature}>{reason}</li>
        ))}
      </ul>
    </div>
  );
}
