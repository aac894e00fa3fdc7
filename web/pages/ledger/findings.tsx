import { FormattedMessage } from 'react-intl';
import type { Verification } from '../../../src/platform/ledger/contract.ts';
import { Circle } from '../../ui/marks.tsx';

/** What verification found: that nothing was rewritten, or every place where something was. */
export function Findings({ result }: { result: Verification }) {
  if (result.findings.length === 0) {
    return (
      <p className="status">
        <Circle fill="full" />
        <FormattedMessage id="chain.clean" values={{ lines: result.lines, contents: result.contents }} />
      </p>
    );
  }
  return (
    <div className="findings" role="alert">
      <p>
        <b>
          <FormattedMessage id="chain.found" values={{ n: result.findings.length, lines: result.lines }} />
        </b>
      </p>
      <ul className="sentences" lang="en" dir="auto">
        {result.findings.map((finding) => (
          <li key={finding}>{finding}</li>
        ))}
      </ul>
    </div>
  );
}
