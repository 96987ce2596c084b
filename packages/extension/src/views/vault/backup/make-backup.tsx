import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { SummaryList } from '../../../components/summary-list.js';
import { writtenMoment } from '../../../components/written-moment.js';
import { t } from '../../../locales/late.js';
import type { LastBackup } from '../../../ports/services.js';
import { useLongWork } from './use-long-work.js';
import { WorkStatus } from './work-status.js';

/** Time of the last backup, and a button to make another. */
export function MakeBackup() {
  const { services, session } = useApp();
  const last = useSignal<LastBackup | undefined>(undefined);
  const work = useLongWork();
  const look = async (): Promise<void> => {
    last.value = await services.backup.last();
  };
  useEffect(() => void look().catch(() => undefined), []);

  const make = async (): Promise<void> => {
    const made = await work.run(services.backup.make);
    if (!made) return;
    // The type, the day and the device: no person's name.
    const name = `backup-${services.today()}-${made.device}.cpbackup`;
    services.download(name, 'application/octet-stream', made.content);
    for (const notice of session.notices.value)
      if (notice.code === 'backup-due') session.dismiss(notice);
    session.say({ heading: t('backup.made'), body: t('backup.made.body') });
    await look();
  };
  return (
    <>
      <ErrorSummary errors={work.problem.value ? [{ message: work.problem.value }] : []} />
      <SummaryList rows={[{ label: t('backup.last'), value: lastWords(last.value) }]} />
      <p class="govuk-body">{t('backup.make.why')}</p>
      <Button busy={work.busy.value} onPress={() => void make()}>
        {t('backup.make')}
      </Button>
      <WorkStatus work={work} />
    </>
  );
}

function lastWords(last: LastBackup | undefined): string {
  if (!last) return t('backup.last.none');
  const at = writtenMoment(last.at);
  return last.saves === 0
    ? t('backup.last.now', { at })
    : t('backup.last.at', { at, count: last.saves });
}
