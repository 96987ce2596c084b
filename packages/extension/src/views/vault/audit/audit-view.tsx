import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
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
  const reads = useRef({ begun: 0, shown: 0 });
  const load = async (): Promise<void> => {
    reads.current.begun += 1;
    const own = reads.current.begun;
    try {
      const found = await services.store.audit();
      // An earlier read may end after a later one.
      if (own < reads.current.shown) return;
      reads.current.shown = own;
      entries.value = found;
    } catch (error) {
      problem.value = asIssue(error).message;
    }
  };
  useEffect(() => {
    void load();
    // An export is an entry too, and another page may be at work.
    return services.store.subscribe(() => void load());
  }, [services]);

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
          <AuditExport onLogged={load} />
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
