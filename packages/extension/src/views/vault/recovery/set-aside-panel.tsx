import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { Checkbox } from '../../../components/checkboxes.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { Table } from '../../../components/table.js';
import { writtenMoment } from '../../../components/written-moment.js';
import { t } from '../../../locales/late.js';
import type { SetAsideEntry, VaultAside } from '../../../ports/services.js';
import { asIssue } from '../../act/as-issue.js';

const BACKED_UP = 'cp-recovery-backed-up';

/** Entries with one damaged copy, and the outcome for each. */
export function SetAsidePanel() {
  const { services, session } = useApp();
  const found = useSignal<readonly SetAsideEntry[] | undefined>(undefined);
  const vaults = useSignal<readonly VaultAside[]>([]);
  const isBackedUp = useSignal(false);
  const error = useSignal<string | undefined>(undefined);
  useEffect(() => {
    services.recovery.setAsideEntries().then(
      (entries) => {
        found.value = entries;
      },
      () => undefined,
    );
    services.recovery.vaultsAside().then(
      (aside) => {
        vaults.value = aside;
      },
      () => undefined,
    );
  }, [services, found, vaults]);
  const forget = async (): Promise<void> => {
    error.value = isBackedUp.value ? undefined : t('recovery.aside.backed-up.missing');
    if (error.value !== undefined) return;
    try {
      await services.recovery.forgetSetAside();
      found.value = [];
      session.say({ heading: t('recovery.aside.forgotten') });
    } catch (thrown) {
      error.value = asIssue(thrown).message;
    }
  };
  if (found.value === undefined) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">{t('recovery.aside')}</h2>
      {found.value.length === 0 ? (
        <p class="govuk-body">{t('recovery.aside.none')}</p>
      ) : (
        <>
          <p class="govuk-body">{t('recovery.aside.why')}</p>
          <Table
            caption={t('recovery.aside')}
            columns={[
              {
                key: 'seq',
                heading: t('recovery.aside.column.entry'),
                cell: ({ seq }: SetAsideEntry) => seq.toLocaleString('en-GB'),
                numeric: true,
              },
              {
                key: 'at',
                heading: t('recovery.aside.column.at'),
                cell: ({ at }: SetAsideEntry) =>
                  at === undefined ? t('common.not-recorded') : writtenMoment(at),
              },
              {
                key: 'isRight',
                heading: t('recovery.aside.column.is-right'),
                cell: ({ isRight }: SetAsideEntry) => t(isRight ? 'common.yes' : 'common.no'),
              },
            ]}
            rows={found.value}
            keyOf={({ seq, at }) => `${seq} ${at}`}
            empty={t('recovery.aside.none')}
          />
          <Form label={t('recovery.aside')} onSubmit={() => void forget()}>
            <ErrorSummary
              errors={error.value ? [{ message: error.value, fieldId: BACKED_UP }] : []}
              check={error.value}
            />
            <Checkbox
              id={BACKED_UP}
              label={t('recovery.aside.backed-up')}
              error={error.value}
              checked={isBackedUp.value}
              onChecked={(checked) => {
                isBackedUp.value = checked;
              }}
            />
            <Button type="submit" kind="secondary">
              {t('recovery.aside.forget')}
            </Button>
          </Form>
        </>
      )}
      {vaults.value.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('recovery.vaults')}</h2>
          <p class="govuk-body">{t('recovery.vaults.why')}</p>
          <ul class="govuk-list govuk-list--bullet">
            {vaults.value.map(({ kind, at }) => (
              <li key={at}>{t(`recovery.vaults.${kind}`, { at: writtenMoment(at) })}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
