import {
  closeCase,
  closedBy,
  gatherCase,
  reopenCase,
  type StoredRecord,
  stillOpen,
  workingCalendar,
  writtenDate,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { Button } from '../../../components/button.js';
import { Checkbox } from '../../../components/checkboxes.js';
import { ErrorMessage } from '../../../components/error-message.js';
import { FormEnd } from '../../../components/form-end.js';
import { cleanValues } from '../../../components/form-values.js';
import { PageHeading } from '../../../components/page-heading.js';
import { RecordForm } from '../../../components/record-form.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useRecordForm } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import { GatheredView } from '../../act/gathered.js';
import { ofKind, useGathered } from '../../act/use-gathered.js';
import { useKeep } from '../../act/use-keep.js';
import { dueWords } from '../../case/due-now.js';
import { NDM_BOXES } from '../../case/ndm-boxes.js';
import { useRules } from '../../case/use-retention.js';

const calendar = workingCalendar();
const SEEN = 'isStillOpenSeen';

/** Closes a case or reopens it, depending on its records. */
export function CloseView({ route }: { route: RouteOf<'close-case'> }) {
  const { state } = useGathered(route.subject, (store) =>
    gatherCase(store, route.subject, 'case-work'),
  );
  return (
    <GatheredView state={state} title={t('ending.close.title')} gone={t('subject.gone')}>
      {(records) => <CloseForm records={records} route={route} />}
    </GatheredView>
  );
}

interface CloseFormProps {
  records: readonly StoredRecord[];
  route: RouteOf<'close-case'>;
}

function CloseForm({ records, route }: CloseFormProps) {
  const { services, router } = useApp();
  const { lists, host } = services;
  const today = services.today();
  const rules = useRules();
  const [subject] = ofKind(records, 'subject');
  const closing = closedBy(ofKind(records, 'decision'));
  const reason = closing ? 'reopeningReason' : 'closureReason';
  const form = useRecordForm({
    kind: 'decision',
    only: [reason, 'reason', 'decidedOn', ...NDM_BOXES],
    initial: { decidedOn: today },
    needed: [reason],
    also: [SEEN],
  });
  const work = useFormWork(`close/${closing?.id ?? route.subject}`, form.values);
  const { isBusy, keep } = useKeep(form, work);
  const open = closing ? [] : stillOpen(records, { today, calendar, lists, ...rules });
  const isSeen = form.values.value[SEEN] === true;

  const save = (): void => {
    const typed = cleanValues(form.fields, form.values.value, () => true);
    const context = { host, lists, subject, records };
    const result = closing
      ? reopenCase(typed, context)
      : closeCase({ ...typed, [SEEN]: isSeen }, { ...context, calendar, ...rules });
    void keep(
      () => result,
      () => ({
        heading: t(closing ? 'ending.reopened' : 'ending.closed'),
        body: !closing && (
          <Button kind="link" onPress={() => router.go({ name: 'diary' })}>
            {t('today.diary')}
          </Button>
        ),
        go: () => router.go({ name: 'subject', subject: route.subject, section: 'keeping' }),
      }),
    );
  };

  return (
    <div class="cp-read">
      <PageHeading caption={subject?.value.name ?? t('subject.caption')}>
        {t(closing ? 'ending.reopen.title' : 'ending.close.title')}
      </PageHeading>
      <p class="govuk-body">
        {closing
          ? t('ending.reopen.intro', { date: writtenDate(closing.value.decidedOn) })
          : t('ending.close.intro')}
      </p>
      <RecordForm
        form={form}
        work={work}
        lists={lists}
        on={today}
        onSubmit={save}
        hints={closing ? {} : { reason: t('ending.close.reason.hint') }}
        folded={{ summary: t('decide.boxes'), names: NDM_BOXES }}
      >
        {open.length > 0 && (
          <section aria-labelledby="cp-still-open">
            <h2 class="govuk-heading-s" id="cp-still-open">
              {t('ending.open')}
            </h2>
            <ul class="govuk-list govuk-list--bullet">
              {open.map((entry) => (
                <li key={entry.id}>
                  <strong>{entry.what}</strong>: {dueWords(entry, today)}. {entry.why}
                </li>
              ))}
            </ul>
            {form.errorAt(SEEN) && (
              <ErrorMessage id={`${form.controlId(SEEN)}-error`}>
                {t('ending.open.missing')}
              </ErrorMessage>
            )}
            <Checkbox
              id={form.controlId(SEEN)}
              label={t('ending.open.seen')}
              checked={isSeen}
              onChecked={(next) => form.set(SEEN, next)}
            />
          </section>
        )}
        <FormEnd work={work} busy={isBusy} onCancel={() => router.back()}>
          {t(closing ? 'ending.reopen.go' : 'ending.close.go')}
        </FormEnd>
      </RecordForm>
    </div>
  );
}
