import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { t } from '../../../locales/late.js';

/** Shown when nothing is due: says what will appear here, and how to begin. */
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

/** Ways to bring in work when there is none. */
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
