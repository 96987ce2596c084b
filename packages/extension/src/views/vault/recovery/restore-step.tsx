import { Button } from '../../../components/button.js';
import { Checkbox } from '../../../components/checkboxes.js';
import { Form } from '../../../components/form.js';
import { t } from '../../../locales/late.js';

export interface RestoreStepProps {
  onRestore: () => void;
  isSettled: boolean;
  onSettled: (isSettled: boolean) => void;
}

/** Leads to the screen that restores a backup. */
export function RestoreStep({ onRestore, isSettled, onSettled }: RestoreStepProps) {
  return (
    <section>
      <h2 class="govuk-heading-m">{t('recovery.restore')}</h2>
      <p class="govuk-body">{t('recovery.restore.why')}</p>
      <Form label={t('recovery.restore')}>
        <Button kind="secondary" onPress={onRestore}>
          {t('recovery.restore.go')}
        </Button>
        <Checkbox
          label={t('recovery.restore.ruled-out')}
          checked={isSettled}
          onChecked={onSettled}
        />
      </Form>
    </section>
  );
}
