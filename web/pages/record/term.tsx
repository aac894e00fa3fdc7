import { useIntl } from 'react-intl';
import type { Explained } from '../../../src/vocabulary/codes.ts';
import { About } from '../../ui/about.tsx';

/** A word of the trade, and what it means one press away. @param id of the message */
export function Term({ id, field }: { id: string; field: Explained }) {
  const name = useIntl().formatMessage({ id });
  return (
    <span className="term">
      {name} <About field={field} name={name} alone />
    </span>
  );
}
