/** Every version of a provision, the newest first: what was said of it, by whom, when. */
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Provision } from '../../../src/mandates/contract.ts';
import { provisionVersionsQuery } from '../../api/mandates.ts';
import { useMission } from '../../app/session.ts';
import { useAsOf } from '../../app/use-as-of.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { isolate } from '../../words/isolate.ts';
import { listed } from '../../words/listed.ts';
import { useMarkWords } from './mark-words.ts';

interface VersionsProps {
  provision: Provision;
  onClose: () => void;
}

export default function VersionsDialog({ provision, onClose }: VersionsProps) {
  const intl = useIntl();
  const { slug } = useMission();
  const asOf = useAsOf();
  const versions = useQuery(provisionVersionsQuery(slug, provision, asOf));
  const title = intl.formatMessage({ id: 'texts.versionsOf' }, { number: provision.number });
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <Loaded query={versions} lines={6}>
        {(all) => (
          <ol className="sentences provision-past">
            {all.toReversed().map((version) => (
              <OneVersion key={version.version} version={version} />
            ))}
          </ol>
        )}
      </Loaded>
    </Dialog>
  );
}

function OneVersion({ version }: { version: Provision }) {
  const intl = useIntl();
  const { timeZone } = useMission();
  const { task, qualifier } = useMarkWords();
  const { review, knownAt, byName, by, rules, codes, qualifiers, note } = version;
  const values = {
    at: intl.formatDate(knownAt, { dateStyle: 'medium', timeStyle: 'short', timeZone }),
    who: isolate(byName ?? by),
    rules,
  };
  const marks = [...codes.map(task), ...qualifiers.map(qualifier)];
  return (
    <li>
      <p>
        <b>{`${intl.formatNumber(version.version)}. `}</b>
        <FormattedMessage id={`texts.state.${review}`} values={values} />
      </p>
      <p className="soft small">
        {marks.length > 0 ? listed(intl.locale, marks, ';') : <FormattedMessage id="texts.noTask" />}
      </p>
      {note && (
        <p className="small">
          <bdi>{note}</bdi>
        </p>
      )}
    </li>
  );
}
