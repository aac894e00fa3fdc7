import { useIntl } from 'react-intl';
import type { Account } from '../../../../src/incidents/contract.ts';
import { TextField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { useForm } from '../form-context.ts';
import { Rows } from '../rows.tsx';

const SIDES = ['for', 'against'] as const;

/** What speaks for a hypothesis and against it, each from a source of this record. */
export function EvidenceRows({ hypothesis }: { hypothesis: string }) {
  const intl = useIntl();
  const { account, setAccount, problem } = useForm();
  const own = account.evidence.filter((e) => e.hypothesis === hypothesis);
  const others = account.evidence.filter((e) => e.hypothesis !== hypothesis);
  const none = { id: 'none', label: intl.formatMessage({ id: 'form.notSaid' }) };
  return (
    <Rows<Account['evidence'][number]>
      items={own}
      onChange={(evidence) => setAccount({ evidence: [...others, ...evidence] })}
      make={() => ({ hypothesis, side: 'for', text: '', source: null })}
      addLabel={intl.formatMessage({ id: 'form.addEvidence' })}
      rowName={intl.formatMessage({ id: 'form.evidence' })}
    >
      {(item, set) => (
        <div className="row-evidence">
          <Select
            label={intl.formatMessage({ id: 'form.side' })}
            about="evidenceSide"
            choices={SIDES.map((id) => ({ id, label: intl.formatMessage({ id: `who.${id}` }) }))}
            value={item.side}
            onChange={(id) => set({ side: id === 'against' ? 'against' : 'for' })}
          />
          <TextField
            label={intl.formatMessage({ id: 'form.evidence' })}
            about="evidence"
            value={item.text}
            onChange={(text) => set({ text })}
            error={problem(`account.evidence.${account.evidence.indexOf(item)}.text`)}
          />
          <Select
            label={intl.formatMessage({ id: 'form.source' })}
            about="evidenceSource"
            choices={[none, ...account.sources.map(({ id, name }) => ({ id, label: name || '–' }))]}
            value={item.source ?? none.id}
            onChange={(id) => set({ source: id === none.id ? null : id })}
          />
        </div>
      )}
    </Rows>
  );
}
