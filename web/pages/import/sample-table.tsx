import { FormattedMessage, useIntl } from 'react-intl';
import type { ImportPreview } from '../../../src/incidents/import/contract.ts';
import { Section } from '../../app/page.tsx';

const LONGEST = 120;

/** The first rows as they stand in the file, under their headings and hashtags. */
export function SampleTable({ preview: { headers, hxlTags, sample } }: { preview: ImportPreview }) {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'bring.sample' }, { n: sample.length });
  if (sample.length === 0) {
    return (
      <Section title={title}>
        <p className="soft">
          <FormattedMessage id="bring.noRows" />
        </p>
      </Section>
    );
  }
  return (
    <Section title={title}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="table-frame sample" aria-label={title} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              {headers.map((header) => (
                <th key={header} scope="col">
                  <bdi>{header}</bdi>
                  {hxlTags[header] && (
                    <span className="code soft sample-tag" dir="ltr">
                      {hxlTags[header]}
                    </span>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sample.map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no names and never move
              <tr key={row}>
                {headers.map((header) => (
                  <td key={header} dir="auto" title={cells[header]}>
                    {shortened(cells[header] ?? '')}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  );
}

const shortened = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
