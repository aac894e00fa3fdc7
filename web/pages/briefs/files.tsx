import type { RefObject } from 'react';
import { FormattedMessage } from 'react-intl';
import { FILE_FORMATS, type FileFormat } from '../../../src/briefs/contract.ts';
import { Key } from '../../ui/marks.tsx';

/** A paper as a file. Each one that is taken stands in the ledger. */
export function Files({
  url,
  pdf,
}: {
  url: (format: FileFormat) => string;
  pdf?: RefObject<HTMLAnchorElement | null>;
}) {
  return FILE_FORMATS.map((format) => (
    <a
      key={format}
      className="button button-plain"
      href={url(format)}
      download
      {...(format === 'pdf' && pdf ? { ref: pdf } : {})}
    >
      <FormattedMessage id={`paper.file.${format}`} />
      {format === 'pdf' && pdf && <Key>p</Key>}
    </a>
  ));
}
