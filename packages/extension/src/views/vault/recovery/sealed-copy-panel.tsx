import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { Details } from '../../../components/details.js';
import { t } from '../../../locales/late.js';
import type { VaultKind } from '../../../ports/services.js';
import { asIssue } from '../../act/as-issue.js';

/** Saves everything on the disk to a file, still sealed. */
export function SealedCopyPanel({ kind }: { kind: VaultKind }) {
  const { services } = useApp();
  const busy = useSignal(false);
  const said = useSignal('');
  const save = async (): Promise<void> => {
    busy.value = true;
    said.value = '';
    try {
      const copy = await services.recovery.sealedCopy(kind);
      services.download(`sealed-copy-${kind}-${services.today()}.jsonl`, 'application/jsonl', copy);
      said.value = t('recovery.copy.saved');
    } catch (error) {
      said.value = asIssue(error).message;
    } finally {
      busy.value = false;
    }
  };
  return (
    <Details summary={t('recovery.copy')}>
      <p>{t('recovery.copy.why')}</p>
      <p>{t('recovery.copy.not-logged')}</p>
      <Button kind="secondary" busy={busy.value} onPress={() => void save()}>
        {t(busy.value ? 'recovery.copy.saving' : 'recovery.copy.save')}
      </Button>
      <p role="status">{said.value}</p>
    </Details>
  );
}
