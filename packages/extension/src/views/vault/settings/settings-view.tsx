/**
 * Settings: the time to lock, the passphrase and recovery key, the policy document, the adapters, the colleague card.
 */
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { Form } from '../../../components/form.js';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import { PolicyReference } from '../../act/policy-reference.js';
import { ColleagueCardPanel } from '../first-run/colleague-card-panel.js';
import { AdaptersPanel } from './adapters-panel.js';
import { ChangePassphrase } from './change-passphrase.js';
import { LockMinutes } from './lock-minutes.js';
import { NewRecoveryKey } from './new-recovery-key.js';

export function SettingsView({ route }: { route: RouteOf<'settings'> }) {
  const { router, settings } = useApp();
  const done = (): void => router.go({ name: 'settings' });
  if (route.changing === 'passphrase') return <ChangePassphrase onDone={done} />;
  if (route.changing === 'recovery') return <NewRecoveryKey onDone={done} />;
  return (
    <div class="cp-read">
      <PageHeading>{t('settings.title')}</PageHeading>
      <h2 class="govuk-heading-m">{t('settings.lock')}</h2>
      <LockMinutes />
      <p class="govuk-body">{t('settings.blank', { key: settings.settings.value.blankKey })}</p>
      <h2 class="govuk-heading-m">{t('settings.secrets')}</h2>
      <p class="govuk-body">{t('settings.secrets.what')}</p>
      <ButtonGroup>
        <Button
          kind="secondary"
          onPress={() => router.go({ name: 'settings', changing: 'passphrase' })}
        >
          {t('settings.passphrase.change')}
        </Button>
        <Button
          kind="secondary"
          onPress={() => router.go({ name: 'settings', changing: 'recovery' })}
        >
          {t('settings.recovery.new')}
        </Button>
      </ButtonGroup>
      <h2 class="govuk-heading-m">{t('settings.policy')}</h2>
      <p class="govuk-body">{t('settings.policy.what')}</p>
      <Form>
        <PolicyReference mayBeEmpty />
      </Form>
      <AdaptersPanel />
      <h2 class="govuk-heading-m">{t('settings.card')}</h2>
      <ColleagueCardPanel />
    </div>
  );
}
