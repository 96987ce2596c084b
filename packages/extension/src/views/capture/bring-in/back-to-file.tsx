import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import { BROUGHT_IN } from './brought-in.js';

/** Leads back to the file that is being brought in, for its next row. */
export function BackToFile() {
  const { router, session } = useApp();
  const file = BROUGHT_IN.last(session.open.value);
  const left = file
    ? file.rows.filter(({ at }) => !file.opened.has(at) && !file.filed.has(at)).length
    : 0;
  if (!file || left === 0) return null;
  return (
    <p class="govuk-body">
      <Button kind="link" onPress={() => router.go({ name: 'bring-in' })}>
        {t('bring-in.back', { name: file.name, count: left })}
      </Button>
    </p>
  );
}
