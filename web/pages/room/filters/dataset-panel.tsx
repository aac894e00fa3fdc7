import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { summaryQuery } from '../../../api/incidents.ts';
import { ChooseAny } from '../../../ui/choice.tsx';
import { useDatasetName } from '../dataset-name.ts';
import { useRoom } from '../use-room.ts';

/** The sets that the mission holds, whatever else is filtered. */
export function DatasetPanel() {
  const intl = useIntl();
  const { mission, search, change } = useRoom();
  const datasetName = useDatasetName();
  const { data } = useQuery(summaryQuery(mission, search.asOf ? { asOf: search.asOf } : {}));
  const sets = [...new Set(data?.rows.map((row) => row.dataset))];
  return (
    <ChooseAny
      label={intl.formatMessage({ id: 'filter.dataset' })}
      about="dataset"
      help={intl.formatMessage({ id: 'filter.datasetHelp' })}
      choices={sets.map((id) => ({ id, label: datasetName(id) }))}
      value={search.datasets ?? []}
      onChange={(datasets) => change({ datasets: datasets.length ? datasets : undefined })}
    />
  );
}
