/** One's own account: language, one-time codes, passphrase, and where one is signed in. */
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { LANGUAGES } from '../../../src/vocabulary/codes.ts';
import { accountQuery } from '../../api/account.ts';
import { OWN_NAMES } from '../../app/account-menu.tsx';
import { Page, Section } from '../../app/page.tsx';
import { setLanguage, useLanguage } from '../../app/preferences.ts';
import { useMission } from '../../app/session.ts';
import { ChooseOne } from '../../ui/choice.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { useRoleName } from '../people/use-role-name.ts';
import { Codes } from './codes.tsx';
import { Passphrase } from './passphrase.tsx';
import { Sessions } from './sessions.tsx';
import './account.css';

export function AccountPage() {
  const intl = useIntl();
  const { slug } = useMission();
  const language = useLanguage();
  const roleName = useRoleName();
  const account = useQuery(accountQuery(slug));
  return (
    <Page title={intl.formatMessage({ id: 'own.title' })} lede={<FormattedMessage id="own.lede" />}>
      <Loaded query={account}>
        {(person) => (
          <>
            <Section title={person.name}>
              <dl className="facts">
                <dt>
                  <FormattedMessage id="signIn.email" />
                </dt>
                <dd>{person.email}</dd>
                <dt>
                  <FormattedMessage id="own.roles" />
                </dt>
                <dd>{intl.formatList(person.roles.map(roleName))}</dd>
              </dl>
            </Section>
            <Section
              title={intl.formatMessage({ id: 'language.title' })}
              lede={<FormattedMessage id="own.languageHelp" />}
            >
              <ChooseOne
                label={intl.formatMessage({ id: 'language.title' })}
                choices={LANGUAGES.map((id) => ({ id, label: OWN_NAMES[id] }))}
                value={language}
                onChange={(id) => setLanguage(LANGUAGES.find((l) => l === id) ?? 'en')}
              />
            </Section>
            <Codes isOn={person.totp} />
            <Passphrase isSet={person.passphrase} />
            <Sessions />
          </>
        )}
      </Loaded>
    </Page>
  );
}
