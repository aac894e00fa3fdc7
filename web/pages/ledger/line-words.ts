/** What a ledger line says, in words. */
import { useIntl } from 'react-intl';
import type { z } from 'zod';
import type { LedgerLineView } from '../../../src/platform/ledger/contract.ts';

type Line = z.infer<typeof LedgerLineView>;

/** Codes that have words of their own in the messages; another is shown as it is. */
const VERBS = [
  'incident.record',
  'incident.edit',
  'incident.confirm',
  'incident.verify',
  'incident.link',
  'incident.assign',
  'comment.write',
  'comment.edit',
  'comment.withdraw',
  'incident.import',
  'incident.withdraw',
  'incident.place',
  'incident.take_back',
  'incident.erase',
  'incident.open',
  'incidents.held',
  'incidents.refused',
  'incidents.import',
  'incidents.withdraw_import',
  'incidents.export',
  'mapping.remember',
  'boundaries.import',
  'boundaries.activate',
  'gazetteer.import',
  'gazetteer.imported',
  'mission.create',
  'mission.change',
  'mission.compartment',
  'person.add',
  'person.invite',
  'person.grant',
  'person.end',
  'person.sessions_end',
  'person.passphrase',
  'person.reset',
  'person.sign_in_link',
  'person.uninvite',
  'person.totp_on',
  'person.totp_off',
  'view.share',
  'view.unshare',
  'token.make',
  'token.end',
  'mandate.add',
  'mandate.edit',
  'mandate.withdraw',
  'mandate.confirm',
  'mandate.correct',
  'mandate.read_again',
  'brief.save',
  'brief.edit',
  'brief.send',
  'brief.download',
  'brief.template',
  'backup.make',
  'backup.restore',
];
const ROOMS = [
  'briefs',
  'briefs.file',
  'briefs.template',
  'incidents',
  'incidents.assignment',
  'incidents.comment',
  'incidents.import',
  'incidents.export',
  'incidents.mapping',
  'incidents.erasure',
  'incidents.open',
  'mandates',
  'mandates.provision',
  'places',
  'platform.mission',
  'platform.membership',
  'platform.invitation',
  'platform.person',
  'platform.api_token',
  'platform.saved_view',
  'platform.backup',
];

const key = (code: string) => code.replaceAll('.', '_');

export function useLineWords() {
  const intl = useIntl();
  return {
    verb: ({ verb }: Line) => (VERBS.includes(verb) ? intl.formatMessage({ id: `chain.verb.${key(verb)}` }) : verb),
    room: ({ room }: Line) => (ROOMS.includes(room) ? intl.formatMessage({ id: `chain.room.${key(room)}` }) : room),
    /** A person by name; somebody at the command line by their name there; the house's own work as such. */
    by: ({ by, byName }: Line) => {
      const [kind, name] = by.split(':');
      if (byName) return byName;
      if (kind === 'operator') return intl.formatMessage({ id: 'chain.operator' }, { name });
      return kind === 'system' ? intl.formatMessage({ id: 'runs.house' }) : by;
    },
  };
}
