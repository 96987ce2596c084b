import { civilDay, type LoggedEntry, writtenDate } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { ErrorMessage } from '../../../components/error-message.js';
import { Table } from '../../../components/table.js';
import { t } from '../../../locales/late.js';
import { asIssue } from '../../act/as-issue.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { type LogWords, toWhom, whyWas } from '../../keeping/log/log-words.js';

type Given = readonly LoggedEntry[] | { readonly why: string };

/** Disclosures of the person's records in the log, the latest first. */
export function GivenOut({ page: { records } }: { page: SubjectPage }) {
  const { services } = useApp();
  const given = useSignal<Given | undefined>(undefined);
  useEffect(() => {
    let isGone = false;
    services.store.trail(records.map(({ id }) => id)).then(
      ({ disclosures }) => {
        if (!isGone) given.value = disclosures.toReversed();
      },
      (error: unknown) => {
        if (!isGone) given.value = { why: asIssue(error).message };
      },
    );
    return () => {
      isGone = true;
    };
  }, [services, records, given]);
  const { value } = given;
  if (value === undefined)
    return (
      <p class="govuk-body" role="status">
        {t('common.loading')}
      </p>
    );
  if ('why' in value)
    return (
      <ErrorMessage id="papers-given">
        {t('papers.given.not-read', { why: value.why })}
      </ErrorMessage>
    );
  const words: LogWords = { kinds: new Map(), lists: services.lists };
  return (
    <Table
      caption={t('papers.given')}
      captionHidden
      empty={t('papers.given.none')}
      rows={value.map((entry, nth) => ({ entry, nth }))}
      keyOf={({ nth }) => String(nth)}
      stacks
      columns={[
        { key: 'on', heading: t('papers.given.on'), cell: ({ entry }) => dayOf(entry.at) },
        { key: 'to', heading: t('papers.given.to'), cell: ({ entry }) => toWhom(entry, words) },
        { key: 'why', heading: t('papers.given.why'), cell: ({ entry }) => whyWas(entry, words) },
      ]}
    />
  );
}

function dayOf(at: string): string {
  return writtenDate(civilDay(at));
}
