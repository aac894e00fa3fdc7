import { useQuery } from '@tanstack/react-query';
import { FormattedMessage } from 'react-intl';
import { healthQuery } from '../api/health.ts';
import { useMay } from './session.ts';

const GIB = 1024 ** 3;

/** Tells whoever runs the mission that the server's disk runs full, long before it stops everything. */
export function DiskBand() {
  const may = useMay();
  const { data } = useQuery({ ...healthQuery, enabled: may('people.manage') });
  const disk = data?.disk;
  return (
    <div role="status">
      {disk && disk.state !== 'enough' && (
        <p className="disk-band">
          <FormattedMessage
            id={`disk.${disk.state}`}
            values={{ free: disk.free / GIB, b: (text) => <b key="disk">{text}</b> }}
          />
        </p>
      )}
    </div>
  );
}
