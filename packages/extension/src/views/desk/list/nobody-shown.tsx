import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';

/** Stands in for a list whose search is not shown because it could not be logged: no log, no view. */
export function NobodyShown({ why, onClear }: { why: string; onClear: () => void }) {
  return (
    <>
      <p class="govuk-body" role="alert">
        {t('find.not-logged', { why })}
      </p>
      <Button kind="secondary" onPress={onClear}>
        {t('list.not-logged.clear')}
      </Button>
    </>
  );
}
