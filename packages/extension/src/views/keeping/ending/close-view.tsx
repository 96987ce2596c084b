import {
  closeCase,
  closedBy,
  closingStops,
  gatherCase,
  reopenCase,
  type StoredRecord,
  stillOpen,
  workingCalendar,
  writtenDate,
} from '@cyber-prevent/core';
import type { ComponentChildren } from 'preact';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { Button } from '../../../components/button.js';
import { Checkbox } from '../../../components/checkboxes.js';
import { FactsBeside } from '../../../components/facts-beside.js';
import { FormEnd } from '../../../components/form-end.js';
import { cleanValues } from '../../../components/form-values.js';
import { RecordForm } from '../../../components/record-form.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useRecordForm } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import { GatheredView } from '../../act/gathered.js';
import { ofKind, useGathered } from '../../act/use-gathered.js';
import { useKeep } from '../../act/use-keep.js';
import { NDM_BOXES } from '../../case/ndm-boxes.js';
import { PersonHeading } from '../../case/person-heading.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { usePresentName } from '../../case/use-present-name.js';
import { useRules } from '../../case/use-retention.js';
import { StopList } from '../../intake/decision/stop-list.js';
import { CaseFacts } from '../../intake/facts/case-facts.js';
import { OpenList } from './open-list.js';

const calendar = workingCalendar();
const SEEN = 'isStillOpenSeen';

/** Closes a case or reopens it, depending on its records. What prevents the closing is said before anything is asked. */
export function CloseView({ route }: { route: RouteOf<'close-case'> }) {
  const { state } = useGathered(route.subject, (store) =>
    gatherCase(store, route.subject, 'case-work'),
  );
  return (
    <GatheredView state={state} title={t('ending.close.title')} gone={t('subject.gone')}>
      {(records) => <CloseOrStop records={records} route={route} />}
    </GatheredView>
  );
}

interface CloseProps {
  records: readonly StoredRecord[];
  route: RouteOf<'close-case'>;
}

function CloseOrStop({ records, route }: CloseProps) {
  const { services, router } = useApp();
  const rules = useRules();
  const closing = closedBy(ofKind(records, 'decision'));
  const context = { today: services.today(), calendar, lists: services.lists, ...rules };
  const stops = closing ? [] : closingStops(records);
  const open = closing ? [] : stillOpen(records, context);
  if (stops.length === 0)
    return <CloseForm records={records} route={route} closing={closing} open={open} />;
  return (
    <Page records={records} route={route} isClosed={false}>
      <StopList subject={route.subject} stops={stops} title={t('ending.close.stops')} />
      {open.length > 0 && (
        <>
          <h2 class="govuk-heading-s">{t('ending.open')}</h2>
          <OpenList entries={open} today={services.today()} />
        </>
      )}
      <Button
        kind="secondary"
        onPress={() => router.go({ name: 'subject', subject: route.subject })}
      >
        {t('ending.dispose.back')}
      </Button>
    </Page>
  );
}

interface PageProps extends CloseProps {
  isClosed: boolean;
  children: ComponentChildren;
}

function Page({ records, route, isClosed, children }: PageProps) {
  const [read] = ofKind(records, 'subject');
  const subject = usePresentName(read);
  return (
    <>
      <PersonHeading of={subject} nobody={t('subject.caption')}>
        {t(isClosed ? 'ending.reopen.title' : 'ending.close.title')}
      </PersonHeading>
      <FactsBeside facts={<CaseFacts subject={route.subject} records={records} />}>
        {children}
      </FactsBeside>
    </>
  );
}

interface CloseFormProps extends CloseProps {
  closing: StoredRecord<'decision'> | undefined;
  open: ReturnType<typeof stillOpen>;
}

function CloseForm({ records, route, closing, open }: CloseFormProps) {
  const nameOf = useNameApart();
  const { services, router } = useApp();
  const { lists, host } = services;
  const today = services.today();
  const rules = useRules();
  const [read] = ofKind(records, 'subject');
  const subject = usePresentName(read);
  const name = subject ? nameOf(subject) : t('common.not-recorded');
  const reason = closing ? 'reopeningReason' : 'closureReason';
  const form = useRecordForm({
    kind: 'decision',
    only: [reason, 'reason', 'decidedOn', ...NDM_BOXES],
    initial: { decidedOn: today },
    needed: [reason],
    alsoBefore: [SEEN],
  });
  const work = useFormWork(`close/${closing?.id ?? route.subject}`, form.values);
  const { isBusy, keep } = useKeep(form, work);
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
        heading: t(closing ? 'ending.reopened' : 'ending.closed', { name }),
        body: !closing && (
          <>
            <Button
              kind="link"
              onPress={() => router.go({ name: 'retention', subject: route.subject })}
            >
              {t('ending.review.title')}
            </Button>{' '}
            <Button kind="link" onPress={() => router.go({ name: 'diary' })}>
              {t('today.diary')}
            </Button>
          </>
        ),
        go: () => router.go({ name: 'subject', subject: route.subject, section: 'keeping' }),
      }),
    );
  };

  return (
    <Page records={records} route={route} isClosed={closing !== undefined}>
      <RecordForm
        form={form}
        intro={
          <p class="govuk-body">
            {closing
              ? t('ending.reopen.intro', { date: writtenDate(closing.value.decidedOn) })
              : t('ending.close.intro')}
          </p>
        }
        work={work}
        lists={lists}
        on={today}
        onSubmit={save}
        hints={closing ? {} : { reason: t('ending.close.reason.hint') }}
        folded={{ summary: t('decide.boxes'), names: NDM_BOXES }}
        before={
          open.length > 0 && (
            <section class="cp-next" aria-labelledby="cp-still-open">
              <h2 class="govuk-heading-s" id="cp-still-open">
                {t('ending.open')}
              </h2>
              <OpenList entries={open} today={today} />
              <Checkbox
                id={form.controlId(SEEN)}
                label={t('ending.open.seen')}
                error={form.errorAt(SEEN) && t('ending.open.missing')}
                checked={isSeen}
                onChecked={(next) => form.set(SEEN, next)}
              />
            </section>
          )
        }
      >
        <FormEnd work={work} busy={isBusy} onCancel={() => router.back()}>
          {t('save.for', { what: t(closing ? 'ending.reopen.go' : 'ending.close.go'), name })}
        </FormEnd>
      </RecordForm>
    </Page>
  );
}
