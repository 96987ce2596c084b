import { codeLabel } from '@cyber-prevent/core';
import type { OpenedFile } from '../../app/adapter-loading.js';
import { useApp } from '../../app/app.js';
import { ConfirmPanel } from '../../components/confirm-panel.js';
import { writtenMoment } from '../../components/written-value.js';
import { t } from '../../locales/late.js';

export interface SignerCheckProps {
  opened: OpenedFile;
  onConfirm: (opened: OpenedFile) => void;
  onCancel: () => void;
}

/** Who signed a pack, as it says itself, and the key to compare before that is believed. */
export function SignerCheck({ opened, onConfirm, onCancel }: SignerCheckProps) {
  const { lists } = useApp().services;
  const { by, adapters } = opened;
  if (!by) return null;
  const { name, title, madeAt, fingerprint } = by;
  const force = codeLabel(lists, 'force', by.force);
  return (
    <ConfirmPanel
      heading={t('adapters.signer')}
      confirm={t('adapters.signer.confirm')}
      onConfirm={() => onConfirm(opened)}
      cancel={t('adapters.signer.cancel')}
      onCancel={onCancel}
    >
      <p class="govuk-body">
        {t('adapters.signer.says', { name, force, title, date: writtenMoment(madeAt) })}
      </p>
      <p class="govuk-body">{t('adapters.signer.compare')}</p>
      <Fingerprint groups={fingerprint} />
      <p class="govuk-body">{t('adapters.signer.holds', { count: adapters.length })}</p>
      <ul class="govuk-list govuk-list--bullet">
        {adapters.map(({ adapter, message }) => (
          <li key={adapter.id}>
            {adapter.title}, {adapter.version}. {message}
          </li>
        ))}
      </ul>
    </ConfirmPanel>
  );
}

export function Fingerprint({ groups }: { groups: readonly string[] }) {
  return (
    <ol class="cp-groups">
      {groups.map((group, nth) => (
        <li key={`${nth} ${group}`}>{group}</li>
      ))}
    </ol>
  );
}
