import { useSignal } from '@preact/signals';
import { ConfirmPanel } from '../../../components/confirm-panel.js';
import { Form } from '../../../components/form.js';
import { Textarea } from '../../../components/textarea.js';
import { t } from '../../../locales/late.js';
import type { HeldPackRow } from '../../../ports/packs.js';

const MOST = 500;

interface SetAsideFormProps {
  pack: Pick<HeldPackRow, 'title' | 'version' | 'issuerName'>;
  onConfirm: (reason: string) => void;
  onCancel: () => void;
}

/** Asks for the reason before a pack decides nothing more. */
export function SetAsideForm({
  pack: { title, version, issuerName },
  onConfirm,
  onCancel,
}: SetAsideFormProps) {
  const reason = useSignal('');
  const error = useSignal<string | undefined>(undefined);
  return (
    <ConfirmPanel
      heading={t('packs.set-aside.question', { title, version, from: issuerName })}
      confirm={t('packs.set-aside')}
      grave
      onConfirm={() => {
        const said = reason.value.trim();
        if (said !== '' && said.length <= MOST) onConfirm(said);
        else error.value = t('packs.set-aside.reason.missing');
      }}
      onCancel={onCancel}
    >
      <p class="govuk-body">{t('packs.set-aside.what')}</p>
      <Form>
        <Textarea
          label={t('packs.set-aside.reason')}
          error={error.value}
          rows={2}
          maxLength={MOST}
          value={reason.value}
          onValue={(value) => {
            reason.value = value;
          }}
        />
      </Form>
    </ConfirmPanel>
  );
}
