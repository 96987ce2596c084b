import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { LOCK_MINUTES, minutesToLock, SHIPPED_LOCK_MINUTES } from '../../../app/settings.js';
import { Form } from '../../../components/form.js';
import { Radios } from '../../../components/radios.js';
import { t } from '../../../locales/late.js';
import type { Policy } from '../../../ports/services.js';
import { useFollowedPolicy } from '../../act/policy/follow-policy.js';

/** Minutes until the vault locks by itself. A choice takes effect at once: there is nothing to save. */
export function LockMinutes() {
  const { settings } = useApp();
  const policy = useSignal<Policy>({ fips: false });
  const isSet = useSignal(false);
  useFollowedPolicy((read) => {
    if (read) policy.value = read;
  });
  const most = policy.value.lockMinutes;
  const now = minutesToLock(settings.settings.value, most);
  const longest = most ?? SHIPPED_LOCK_MINUTES;
  // The policy's limit may not be one of our choices.
  const choices = [...new Set([...LOCK_MINUTES.filter((each) => each <= longest), longest, now])];
  const hint = t('settings.lock.hint');
  return (
    <Form label={t('settings.lock')}>
      <Radios
        label={t('settings.lock.after')}
        hint={most ? `${t('settings.lock.policy', { count: most })}. ${hint}` : hint}
        choices={choices
          .toSorted((one, other) => one - other)
          .map((count) => ({
            value: String(count),
            label: t('settings.lock.minutes', { count }),
          }))}
        value={String(now)}
        onValue={(value) => {
          settings.change({ lockMinutes: Number(value) });
          isSet.value = true;
        }}
      />
      <p class="govuk-body" role="status">
        {isSet.value && t('settings.lock.set', { count: now })}
      </p>
    </Form>
  );
}
