import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { TextInput } from '../../../components/text-input.js';
import { t } from '../../../locales/late.js';
import type { VaultKind } from '../../../ports/services.js';
import type { Offer } from './offers.js';

const WORDS = 'cp-recovery-words';

export interface StartFreshStepProps {
  kind: VaultKind;
  /** Options still to be tried or ruled out. */
  toSettle: readonly Offer[];
}

/** Last option: another vault next to the damaged one, which stays. */
export function StartFreshStep({ kind, toSettle }: StartFreshStepProps) {
  return (
    <section>
      <h2 class="govuk-heading-m">{t('recovery.fresh')}</h2>
      {toSettle.length > 0 ? (
        <>
          <p class="govuk-body">{t('recovery.fresh.not-yet')}</p>
          <ul class="govuk-list govuk-list--bullet">
            {toSettle.map((offer) => (
              <li key={offer}>{t(`recovery.${offer}`)}</li>
            ))}
          </ul>
        </>
      ) : (
        <Confirm kind={kind} />
      )}
    </section>
  );
}

function Confirm({ kind }: { kind: VaultKind }) {
  const { recovery } = useApp().services;
  const words = useSignal('');
  const error = useSignal<string | undefined>(undefined);
  const busy = useSignal(false);
  const start = async (): Promise<void> => {
    if (busy.value) return;
    error.value = undefined;
    if (plain(words.value) !== t('recovery.fresh.words')) {
      error.value = t('recovery.fresh.wrong');
      return;
    }
    busy.value = true;
    const result = await recovery.startFresh(kind).catch(() => undefined);
    busy.value = false;
    if (!result?.ok) error.value = result?.issues[0]?.message ?? t('recovery.recover.no-answer');
  };
  return (
    <>
      <p class="govuk-body">{t('recovery.fresh.why')}</p>
      <Form label={t('recovery.fresh')} onSubmit={() => void start()}>
        <ErrorSummary
          errors={error.value ? [{ message: error.value, fieldId: WORDS }] : []}
          check={error.value}
        />
        <TextInput
          id={WORDS}
          label={t('recovery.fresh.type')}
          error={error.value}
          value={words.value}
          onValue={(value) => {
            words.value = value;
          }}
        />
        <Button type="submit" kind="warning" busy={busy.value}>
          {t(busy.value ? 'recovery.fresh.going' : 'recovery.fresh.go')}
        </Button>
      </Form>
    </>
  );
}

/** Normalises typed words: capitals, full stops, quotation marks and extra spaces are ignored. */
function plain(words: string): string {
  return words
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[.“”"]/g, '');
}
