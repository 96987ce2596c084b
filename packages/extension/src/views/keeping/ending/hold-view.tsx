import {
  civilDay,
  codeLabel,
  gatherCase,
  liftHold,
  placeHold,
  reviewHold,
  type StoredRecord,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { cleanValues } from '../../../components/form-values.js';
import { PageHeading } from '../../../components/page-heading.js';
import { RecordDetails } from '../../../components/record-details.js';
import { RecordForm } from '../../../components/record-form.js';
import { UnfinishedStatus } from '../../../components/unfinished-status.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useLeaving } from '../../../components/use-leaving.js';
import { useRecordForm } from '../../../components/use-record-form.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { GatheredView } from '../../act/gathered.js';
import { useEdit } from '../../act/use-edit.js';
import { ofKind, useGathered } from '../../act/use-gathered.js';
import { useKeep } from '../../act/use-keep.js';
import { PersonHeading } from '../../case/person-heading.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { usePresentName } from '../../case/use-present-name.js';
import { writtenDay } from '../../desk/today/when.js';

/** Places a hold, reviews one or lifts it. */
export function HoldView({ route }: { route: RouteOf<'hold'> }) {
  const { state } = useGathered(route.subject, (store) =>
    gatherCase(store, route.subject, 'retention'),
  );
  return (
    <GatheredView state={state} title={t('ending.hold.title')} gone={t('subject.gone')}>
      {(records) => {
        const hold = ofKind(records, 'hold').find(({ id }) => id === route.hold);
        return <HoldForm records={records} route={route} hold={hold} />;
      }}
    </GatheredView>
  );
}

interface HoldFormProps {
  records: readonly StoredRecord[];
  route: RouteOf<'hold'>;
  hold: StoredRecord<'hold'> | undefined;
}

function HoldForm({ records, route, hold }: HoldFormProps) {
  const nameOf = useNameApart();
  const { services, router } = useApp();
  const { lists, host } = services;
  const today = services.today();
  const [read] = ofKind(records, 'subject');
  const subject = usePresentName(read);
  const name = subject ? nameOf(subject) : t('common.not-recorded');
  const form = useRecordForm({
    kind: 'hold',
    only: hold ? ['reviewDueOn'] : ['reason', 'note', 'from', 'reviewDueOn'],
    initial: hold ? { subjectId: hold.value.subjectId } : { from: today },
    // The earlier due day is shown above it.
    ...(hold ? { marks: { reviewDueOn: t('ending.hold.next') } } : {}),
  });
  const work = useFormWork(`hold/${hold?.id ?? route.subject}`, form.values);
  const { cancel, question } = useLeaving(work, () => router.back());
  const edit = useEdit(hold, form);
  const { isBusy, keep } = useKeep(form, work, edit);
  const to = { name: 'subject', subject: route.subject, section: 'keeping' } as const;
  const save = (): void => {
    const typed = cleanValues(form.fields, form.values.value, () => true);
    const context = { host, lists, subject };
    const input = { ...typed, subjectId: route.subject };
    void keep(
      () => (edit ? reviewHold(edit.held, typed, context) : placeHold(input, context)),
      () => ({
        heading: t(hold ? 'ending.hold.reviewed' : 'ending.hold.placed', { name }),
        go: () => router.go(to),
      }),
    );
  };
  const isPast = hold && hold.value.reviewDueOn < today;

  return (
    <div class="cp-read">
      {hold ? (
        <PageHeading>{t('ending.hold.title.review', { name })}</PageHeading>
      ) : (
        <PersonHeading of={subject} nobody={t('subject.caption')}>
          {t('ending.hold.title')}
        </PersonHeading>
      )}
      {hold ? (
        <>
          {isPast && (
            <WarningText>
              {t('ending.hold.past', { date: writtenDay(hold.value.reviewDueOn) })}
            </WarningText>
          )}
          <RecordDetails
            kind="hold"
            value={hold.value}
            lists={lists}
            on={civilDay(hold.createdAt)}
          />
          <p class="govuk-body">
            {t('ending.hold.review.intro', {
              reason: codeLabel(lists, 'hold-reason', hold.value.reason, civilDay(hold.createdAt)),
            })}
          </p>
        </>
      ) : (
        <p class="govuk-body">{t('ending.hold.intro')}</p>
      )}
      <RecordForm
        form={form}
        work={work}
        lists={lists}
        on={today}
        before={edit?.panel}
        onSubmit={save}
      >
        <UnfinishedStatus work={work} />
        {question || (
          <ButtonGroup>
            <Button type="submit" busy={isBusy}>
              {t('save.for', {
                what: t(hold ? 'ending.hold.stands' : 'ending.hold.place'),
                name,
              })}
            </Button>
            {hold && (
              <Button
                kind="secondary"
                busy={isBusy}
                onPress={() =>
                  void keep(
                    () => liftHold(edit?.held ?? hold, { host }),
                    () => ({
                      heading: t('ending.hold.lifted', { name }),
                      go: () => router.go(to),
                    }),
                    'lift',
                  )
                }
              >
                {t('ending.hold.lift', { name })}
              </Button>
            )}
            <Button kind="link" onPress={cancel}>
              {t('common.cancel')}
            </Button>
          </ButtonGroup>
        )}
      </RecordForm>
    </div>
  );
}
