import { ageOn, type RecordId, type StoredRecord, writtenDate } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { Form } from '../../components/form.js';
import { PageHeading } from '../../components/page-heading.js';
import { Table } from '../../components/table.js';
import { TextInput } from '../../components/text-input.js';
import { t } from '../../locales/late.js';
import { useSubjects } from '../use-subjects.js';
import { matching } from './matching.js';

/** Who is held, found by name, other name or reference. Names alone are listed; opening one is what is logged. */
export function SubjectsView() {
  const { router, services } = useApp();
  const subjects = useSubjects();
  const referrals = useReferrals();
  const wanted = useSignal('');
  const latest = latestOf(referrals);
  const found = matching(subjects, referrals, wanted.value);
  return (
    <>
      <PageHeading>{t('subjects.title')}</PageHeading>
      {subjects.length > 0 && (
        <Form label={t('subjects.find')}>
          <TextInput
            label={t('subjects.find')}
            hint={t('subjects.find.hint')}
            width={20}
            value={wanted.value}
            onValue={(value) => {
              wanted.value = value;
            }}
          />
        </Form>
      )}
      {wanted.value && (
        <p role="status" class="govuk-body-s">
          {t('subjects.found', { count: found.length })}
        </p>
      )}
      <Table
        caption={t('subjects.caption')}
        captionHidden
        empty={t('subjects.none')}
        rows={found}
        keyOf={({ id }) => id}
        stacks
        columns={[
          {
            key: 'name',
            heading: t('subjects.name'),
            cell: ({ id, value }) => (
              <Button kind="link" onPress={() => router.go({ name: 'subject', subject: id })}>
                <span dir="auto">{value.name}</span>
              </Button>
            ),
          },
          {
            key: 'born',
            heading: t('subjects.born'),
            cell: ({ value: { bornOn } }) =>
              bornOn
                ? t('subjects.age', {
                    date: writtenDate(bornOn),
                    age: ageOn(bornOn, services.today()),
                  })
                : t('common.not-recorded'),
          },
          {
            key: 'reference',
            heading: t('subjects.reference'),
            cell: ({ id }) => latest.get(id)?.value.reference ?? t('common.not-recorded'),
          },
          {
            key: 'received',
            heading: t('subjects.received'),
            cell: ({ id }) => {
              const referral = latest.get(id);
              return referral ? writtenDate(referral.value.receivedOn) : t('common.not-recorded');
            },
          },
        ]}
      />
      <ButtonGroup>
        <Button kind="secondary" onPress={() => router.go({ name: 'saved-page' })}>
          {t('subjects.import')}
        </Button>
      </ButtonGroup>
    </>
  );
}

/** The latest referral of each subject. */
function latestOf(
  referrals: readonly StoredRecord<'referral'>[],
): ReadonlyMap<RecordId, StoredRecord<'referral'>> {
  const latest = new Map<RecordId, StoredRecord<'referral'>>();
  for (const referral of referrals) {
    const { subjectId, receivedOn } = referral.value;
    const before = latest.get(subjectId);
    if (before === undefined || receivedOn > before.value.receivedOn)
      latest.set(subjectId, referral);
  }
  return latest;
}

function useReferrals(): readonly StoredRecord<'referral'>[] {
  const { services } = useApp();
  const referrals = useSignal<readonly StoredRecord<'referral'>[]>([]);
  useEffect(() => {
    let gone = false;
    const load = async (): Promise<void> => {
      const held = await services.store.query('referral').catch(() => []);
      if (!gone) referrals.value = held;
    };
    void load();
    const stop = services.store.subscribe(() => void load());
    return () => {
      gone = true;
      stop();
    };
  }, [services]);
  return referrals.value;
}
