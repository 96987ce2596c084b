import {
  codeLabel,
  type DiaryEntry,
  type EnquiryState,
  enquiryState,
  type StoredRecord,
  writtenDate,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../app/app.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { Form } from '../../components/form.js';
import { PageHeading } from '../../components/page-heading.js';
import { Radios } from '../../components/radios.js';
import { Table } from '../../components/table.js';
import { Tag, type TagProps } from '../../components/tag.js';
import { t } from '../../locales/late.js';
import { dueNow } from '../due-now.js';
import { DueText } from '../due-text.js';
import { useRecords } from '../use-records.js';

export interface EnquiryRow {
  readonly enquiry: StoredRecord<'enquiry'>;
  readonly state: EnquiryState;
  readonly due: DiaryEntry | undefined;
}

export const STATE_COLOURS: Readonly<Record<EnquiryState, TagProps['colour']>> = {
  open: 'blue',
  'awaiting-information': 'yellow',
  'form-sent': 'purple',
  referred: 'green',
  declined: 'grey',
  signposted: 'grey',
  closed: 'grey',
};

/** What was asked without a name: where each has got to, what it needs and by when. Opening one is what is logged. */
export function EnquiriesView() {
  const { router, services } = useApp();
  const shown = useSignal<'open' | 'all'>('open');
  const rows = useEnquiryRows();
  const found = rows?.filter(({ due }) => shown.value === 'all' || due !== undefined) ?? [];
  const { lists } = services;
  const today = services.today();
  return (
    <>
      <PageHeading>{t('enquiries.title')}</PageHeading>
      <p class="govuk-body">{t('enquiries.intro')}</p>
      <ButtonGroup>
        <Button onPress={() => router.go({ name: 'take-enquiry' })}>{t('enquiries.take')}</Button>
      </ButtonGroup>
      {rows && rows.length > 0 && (
        <Form label={t('enquiries.show')}>
          <Radios
            label={t('enquiries.show')}
            inline
            choices={[
              { value: 'open', label: t('enquiries.show.open') },
              { value: 'all', label: t('enquiries.show.all') },
            ]}
            value={shown.value}
            onValue={(value) => {
              shown.value = value === 'all' ? 'all' : 'open';
            }}
          />
        </Form>
      )}
      {rows && (
        <Table
          caption={t('enquiries.caption')}
          captionHidden
          empty={t(rows.length === 0 ? 'enquiries.none' : 'enquiries.none-open')}
          rows={found}
          keyOf={({ enquiry }) => enquiry.id}
          stacks
          columns={[
            {
              key: 'received',
              heading: t('enquiries.received'),
              cell: ({ enquiry: { id, value } }) => (
                <Button kind="link" onPress={() => router.go({ name: 'enquiry', enquiry: id })}>
                  <span class="govuk-visually-hidden">{t('enquiries.open')} </span>
                  {writtenDate(value.receivedOn)}
                  {value.reference && (
                    <>
                      , <span dir="auto">{value.reference}</span>
                    </>
                  )}
                </Button>
              ),
            },
            {
              key: 'state',
              heading: t('enquiries.state'),
              cell: ({ state }) => (
                <Tag colour={STATE_COLOURS[state]}>{t(`enquiry.state.${state}`)}</Tag>
              ),
            },
            {
              key: 'next',
              heading: t('enquiries.next'),
              cell: ({ due }) => due?.what ?? t('due.nothing'),
            },
            {
              key: 'due',
              heading: t('enquiries.due'),
              cell: ({ due }) => due && <DueText due={due} today={today} />,
            },
            {
              key: 'asked-by',
              heading: t('enquiries.asked-by'),
              cell: ({ enquiry }) => codeLabel(lists, 'referral-route', enquiry.value.route),
            },
            {
              key: 'tier',
              heading: t('enquiries.tier'),
              cell: ({ enquiry: { value } }) =>
                value.tier
                  ? codeLabel(lists, 'activity-tier', value.tier)
                  : t('common.not-recorded'),
            },
          ]}
        />
      )}
    </>
  );
}

/** By when something is due, then the latest first; undefined while they are read. */
function useEnquiryRows(): readonly EnquiryRow[] | undefined {
  const { services } = useApp();
  const enquiries = useRecords('enquiry');
  const decisions = useRecords('decision');
  const referrals = useRecords('referral');
  if (!enquiries || !decisions || !referrals) return undefined;
  const own = decisions.filter(({ value }) => value.enquiryId !== undefined);
  const due = dueNow([...enquiries, ...own, ...referrals], services.today(), services.lists);
  return enquiries
    .map((enquiry) => ({
      enquiry,
      state: enquiryState(enquiry, own, referrals),
      due: due.get(enquiry.id),
    }))
    .toSorted(
      (a, b) =>
        urgency(a).localeCompare(urgency(b)) ||
        b.enquiry.value.receivedOn.localeCompare(a.enquiry.value.receivedOn),
    );
}

function urgency({ due }: EnquiryRow): string {
  if (!due) return '2';
  return due.isUrgent ? '0' : `1 ${due.by ?? ''}`;
}
