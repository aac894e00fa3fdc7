/** The field card: one page for a patrol leader's pocket, as it will be printed. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { fieldCardQuery, fieldCardUrl } from '../../../api/mandates.ts';
import { Page } from '../../../app/page.tsx';
import { useLanguage } from '../../../app/preferences.ts';
import { useMay, useMission } from '../../../app/session.ts';
import { useAsOf } from '../../../app/use-as-of.ts';
import { DayField } from '../../../ui/date-field.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Sheet } from '../../briefs/sheet/sheet.tsx';
import '../mandates.css';
import { MANDATE_VERBS } from '../verbs.ts';

const route = getRouteApi('/m/$mission/mandates/card');
const FORMATS = ['pdf', 'docx'] as const;

export function CardPage() {
  const intl = useIntl();
  const may = useMay();
  const navigate = useNavigate();
  const language = useLanguage();
  const { slug } = useMission();
  const asOf = useAsOf();
  const { date } = route.useSearch();
  const asked = { language, date, asOf };
  const card = useQuery({
    ...fieldCardQuery(slug, asked),
    enabled: may(MANDATE_VERBS.read),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title={intl.formatMessage({ id: 'mandate.card.title' })}
      lede={<FormattedMessage id="mandate.card.lede" />}
      needs={MANDATE_VERBS.read}
      followsAsOf
      acts={FORMATS.map((format) => (
        <a key={format} className="button button-plain" href={fieldCardUrl(slug, asked, format)} download>
          <FormattedMessage id={`paper.file.${format}`} />
        </a>
      ))}
    >
      <Loaded query={card} lines={10}>
        {(paper) => (
          <>
            <div className="card-day">
              <DayField
                label={intl.formatMessage({ id: 'mandate.card.day' })}
                value={date ?? paper.day}
                onChange={(day) =>
                  navigate({ to: '.', search: (before) => ({ ...before, date: day ?? undefined }), replace: true })
                }
              />
            </div>
            <Sheet paper={paper} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
