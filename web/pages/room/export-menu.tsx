import { useIntl } from 'react-intl';
import { EXPORT_FORMATS } from '../../../src/incidents/contract.ts';
import { API, tellDone } from '../../api/client.ts';
import { exportUrl } from '../../api/incidents.ts';
import { useCommands } from '../../app/commands/registry.ts';
import { useMay } from '../../app/session.ts';
import { Chevron } from '../../ui/marks.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useRoom } from './use-room.ts';

/** Takes out what is on screen, filters and moment included. The ledger notes who took it. */
export function ExportMenu() {
  const intl = useIntl();
  const may = useMay();
  const { mission, filter } = useRoom();
  const isOpen = may('incident.export');
  const parts = EXPORT_FORMATS.map((format) => ({
    ...{ format, label: intl.formatMessage({ id: `export.${format}` }) },
    act: () => fetchFile(exportUrl(mission, filter, format)),
  }));
  useCommands(() =>
    isOpen ? parts.map(({ format, label, act }) => ({ id: `export.${format}`, group: 'export', label, run: act })) : [],
  );
  if (!isOpen) return null;
  const title = intl.formatMessage({ id: 'export.title' });
  return (
    <Menu
      label={title}
      look="bare"
      button={
        <>
          {title}
          <Chevron />
        </>
      }
      parts={parts}
    />
  );
}

/** As a file, never as a page: what is exported does not stay in the browser's history. */
function fetchFile(url: string) {
  const link = document.createElement('a');
  link.href = url;
  link.download = '';
  link.click();
  tellDone({ method: 'GET', path: url.slice(API.length) });
}
