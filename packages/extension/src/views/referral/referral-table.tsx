import {
  codeLabel,
  type DiaryEntry,
  type RecordId,
  type StoredRecord,
  writtenDate,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../app/app.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { Form } from '../../components/form.js';
import { Radios } from '../../components/radios.js';
import { Table } from '../../components/table.js';
import { Tag, type TagProps } from '../../components/tag.js';
import { t } from '../../locales/late.js';
import { DueText } from '../due-text.js';

export interface ReferralTableProps {
  referrals: readonly StoredRecord<'referral'>[];
  /** Of subjects, by id. */
  names: ReadonlyMap<RecordId, string>;
  due: ReadonlyMap<RecordId, DiaryEntry>;
}

const COLOURS: Readonly<Record<string, TagProps['colour']>> = {
  received: 'blue',
  accepted: 'green',
};

/** Names, states and what is due. Opening one is what is logged. */
export function ReferralTable({ referrals, names, due }: ReferralTableProps) {
  const { router, services } = useApp();
  const { lists } = services;
  const shown = useSignal<'open' | 'all'>('open');
  const rows = referrals
    .filter(({ id }) => shown.value === 'all' || due.has(id))
    .toSorted(
      (a, b) =>
        (due.get(a.id)?.by ?? '9').localeCompare(due.get(b.id)?.by ?? '9') ||
        b.value.receivedOn.localeCompare(a.value.receivedOn),
    );
  return (
    <>
      <p class="govuk-body">{t('referrals.intro')}</p>
      <ButtonGroup>
        <Button kind="secondary" onPress={() => router.go({ name: 'review' })}>
          {t('referrals.capture')}
        </Button>
      </ButtonGroup>
      {referrals.length > 0 && (
        <Form label={t('referrals.show')}>
          <Radios
            label={t('referrals.show')}
            inline
            choices={[
              { value: 'open', label: t('referrals.show.open') },
              { value: 'all', label: t('referrals.show.all') },
            ]}
            value={shown.value}
            onValue={(value) => {
              shown.value = value === 'all' ? 'all' : 'open';
            }}
          />
        </Form>
      )}
      <Table
        caption={t('referrals.caption')}
        captionHidden
        empty={t(referrals.length === 0 ? 'referrals.none' : 'referrals.none-open')}
        rows={rows}
        keyOf={({ id }) => id}
        stacks
        columns={[
          {
            key: 'name',
            heading: t('referrals.name'),
            cell: ({ id, value }) => (
              <Button kind="link" onPress={() => router.go({ name: 'referral', referral: id })}>
                <span dir="auto">{names.get(value.subjectId) ?? t('common.not-recorded')}</span>
              </Button>
            ),
          },
          {
            key: 'received',
            heading: t('referrals.received'),
            cell: ({ value }) => writtenDate(value.receivedOn),
          },
          {
            key: 'state',
            heading: t('referrals.state'),
            cell: ({ value: { status } }) => (
              <Tag colour={COLOURS[status]}>{codeLabel(lists, 'referral-status', status)}</Tag>
            ),
          },
          {
            key: 'next',
            heading: t('referrals.next'),
            cell: ({ id }) => due.get(id)?.what ?? t('due.nothing'),
          },
          {
            key: 'due',
            heading: t('referrals.due'),
            cell: ({ id }) => {
              const entry = due.get(id);
              return entry && <DueText due={entry} today={services.today()} />;
            },
          },
          {
            key: 'route',
            heading: t('referrals.route'),
            cell: ({ value: { route } }) =>
              route ? codeLabel(lists, 'referral-route', route) : t('common.not-recorded'),
          },
        ]}
      />
    </>
  );
}
