import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { InsetText } from '../../../components/inset-text.js';
import { t } from '../../../locales/late.js';
import type { PolicyFault } from '../../../ports/services.js';
import { onPolicyChange } from '../../act/policy/follow-policy.js';

/** Parts of the force's policy that cannot be used, for the administrator; nothing while all can be. */
export function PolicyFaults() {
  const { services } = useApp();
  const faults = useSignal<readonly PolicyFault[]>([]);
  useEffect(() => {
    const read = (): void =>
      void services.policyFaults().then(
        (found) => {
          faults.value = found;
        },
        () => undefined,
      );
    read();
    return onPolicyChange(services, read);
  }, [services, faults]);
  if (faults.value.length === 0) return null;
  return (
    <InsetText>
      <p class="govuk-body">{t('settings.force.wrong')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {faults.value.map((fault, nth) => (
          <li key={`${nth} ${fault.message}`}>{sentence(fault)}</li>
        ))}
      </ul>
    </InsetText>
  );
}

function sentence({ setting, row, message }: PolicyFault): string {
  if (setting === undefined) return message;
  if (row === undefined) return t('settings.force.in', { setting, message });
  return t('settings.force.row', { setting, row, message });
}
