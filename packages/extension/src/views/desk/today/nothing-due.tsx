import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { t } from '../../../locales/late.js';

/** Nothing is due at all: what will stand here, and how that begins. */
export function NothingDue() {
  return (
    <div class="cp-read">
      <h2 class="govuk-heading-m">{t('today.empty.title')}</h2>
      <p class="govuk-body">{t('today.empty.what')}</p>
      <p class="govuk-body">{t('today.empty.first')}</p>
      <StartSomething />
    </div>
  );
}

/** How work comes in, where there is none to be done. */
export function StartSomething() {
  const { router } = useApp();
  return (
    <ButtonGroup>
      <Button onPress={() => router.go({ name: 'take-enquiry' })}>{t('today.empty.take')}</Button>
      <Button kind="secondary" onPress={() => router.go({ name: 'review' })}>
        {t('today.empty.capture')}
      </Button>
    </ButtonGroup>
  );
}
