import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { PageHeading } from '../../../components/page-heading.js';
import { SummaryList } from '../../../components/summary-list.js';
import { writtenMoment } from '../../../components/written-moment.js';
import { t } from '../../../locales/late.js';
import { asIssue } from '../../act/as-issue.js';
import { SetAsidePanel } from '../recovery/set-aside-panel.js';
import { AuditExport } from './audit-export.js';
import { AuditTable } from './audit-table.js';
import type { LoggedEntry } from './logged-entry.js';

/**
 * Log of acts on records, with their officer and time; never the content of a record. It can be exported for others to
 * check.
 */
export function AuditView() {
  const { services } = useApp();
  const entries = useSignal<readonly LoggedEntry[] | undefined>(undefined);
  const problem = useSignal<string | undefined>(undefined);
  useEffect(() => {
    let isGone = false;
    const load = (): void =>
      void services.store.audit().then(
        (found) => {
          if (!isGone) entries.value = found;
        },
        (error: unknown) => {
          if (!isGone) problem.value = asIssue(error).message;
        },
      );
    load();
    // An export is an entry too, and another page may be at work.
    const stop = services.store.subscribe(load);
    return () => {
      isGone = true;
      stop();
    };
  }, [services, entries, problem]);

  const found = entries.value;
  const last = found?.findLast(isCheckpoint);
  return (
    <>
      <PageHeading>{t('audit.title')}</PageHeading>
      {problem.value !== undefined && <ErrorSummary errors={[{ message: problem.value }]} />}
      <p class="govuk-body">{t('audit.intro')}</p>
      {!found && problem.value === undefined && <p role="status">{t('audit.loading')}</p>}
      {found && (
        <>
          <SummaryList
            rows={[
              { label: t('audit.entries'), value: found.length.toLocaleString('en-GB') },
              {
                label: t('audit.last-checkpoint'),
                value: last
                  ? t('audit.last-checkpoint.at', {
                      at: writtenMoment(last.at),
                      who: last.recipients?.[1] ?? t('common.not-recorded'),
                    })
                  : t('audit.last-checkpoint.none'),
              },
            ]}
          />
          <AuditExport />
          <AuditTable entries={found} />
          <SetAsidePanel />
        </>
      )}
    </>
  );
}

/** True for the audit's own export; each one carries a checkpoint. */
function isCheckpoint({ action, records, fields }: LoggedEntry): boolean {
  return action === 'disclosure' && records.length === 0 && fields.includes('checkpoint');
}
