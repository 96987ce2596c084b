import type { LogFilter, LoggedEntry } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp, useOpenVault } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { InsetText } from '../../../components/inset-text.js';
import { Table } from '../../../components/table.js';
import { writtenMoment } from '../../../components/written-moment.js';
import { t } from '../../../locales/late.js';
import type { LogPart, LogWhose, OpenLog } from '../../../ports/log-service.js';
import { asIssue } from '../../act/as-issue.js';
import { LogExport } from './log-export.js';
import { LogFilterForm } from './log-filter-form.js';
import { type LogWords, toWhom, whatWas, whyWas } from './log-words.js';
import { useOpenLog } from './use-open-log.js';

/** Entries per screen; the keeper is asked for the others, so that a log of any length opens at once. */
const ROWS = 50;

/** An opened log: by act, by period, a page at a time. */
export function LogPanel({ whose }: { whose: LogWhose }) {
  const state = useOpenLog(whose);
  if (state.name === 'opening') return <p role="status">{t('log.loading')}</p>;
  if (state.name === 'failed')
    return <ErrorSummary errors={[{ message: t('subject.not-logged', { why: state.why }) }]} />;
  return <Shown log={state.log} whose={whose} />;
}

function Shown({ log, whose }: { log: OpenLog; whose: LogWhose }) {
  const { services } = useApp();
  const { officer } = useOpenVault();
  const filter = useSignal<LogFilter>({});
  const from = useSignal(0);
  const part = useSignal<(LogPart & { readonly from: number }) | undefined>(undefined);
  const problem = useSignal<string | undefined>(undefined);
  const words: LogWords = { kinds: log.kinds, lists: services.lists };
  // Only the id of a colleague is stored here.
  const who = (by: LoggedEntry['by']) => (by === officer.id ? officer.name : by.slice(0, 8));
  useEffect(() => {
    let isGone = false;
    const first = from.value;
    log.read(filter.value, first, ROWS).then(
      (read) => {
        // Numbered by the part they belong to: entries requested since are not on screen yet.
        if (!isGone) part.value = { ...read, from: first };
      },
      (error: unknown) => {
        if (!isGone) problem.value = asIssue(error).message;
      },
    );
    return () => {
      isGone = true;
    };
  }, [log, filter.value, from.value]);

  const read = part.value;
  const first = read?.from ?? 0;
  const entries = read?.entries.map((entry, place) => ({ entry, place: first + place })) ?? [];
  return (
    <>
      <InsetText>{t('log.uses')}</InsetText>
      {problem.value !== undefined && <ErrorSummary errors={[{ message: problem.value }]} />}
      <LogFilterForm
        onFilter={(next) => {
          from.value = 0;
          filter.value = next;
        }}
      />
      {!read && problem.value === undefined && <p role="status">{t('log.loading')}</p>}
      {read && (
        <>
          <p class="govuk-body" role="status">
            {t('log.shown', {
              count: read.total,
              from: Math.min(first + 1, read.total),
              to: Math.min(first + ROWS, read.total),
            })}
          </p>
          <Table
            caption={t('log.caption')}
            captionHidden
            empty={t('log.none')}
            rows={entries}
            keyOf={({ place }) => String(place)}
            stacks
            columns={[
              {
                key: 'at',
                heading: t('audit.column.at'),
                cell: ({ entry }) => writtenMoment(entry.at),
              },
              {
                key: 'action',
                heading: t('audit.column.action'),
                cell: ({ entry }) => t(`audit.action.${entry.action}`),
              },
              {
                key: 'what',
                heading: t('log.column.what'),
                cell: ({ entry }) => whatWas(entry, words),
              },
              {
                key: 'by',
                heading: t('audit.column.by'),
                cell: ({ entry }) => <span dir="auto">{who(entry.by)}</span>,
              },
              {
                key: 'why',
                heading: t('audit.column.reason'),
                cell: ({ entry }) => whyWas(entry, words),
              },
              {
                key: 'to',
                heading: t('log.column.to'),
                cell: ({ entry }) => (
                  <span dir="auto">{toWhom(entry, words) || t('log.column.to.nobody')}</span>
                ),
              },
            ]}
          />
          {read.total > ROWS && (
            <ButtonGroup>
              {first > 0 && (
                <Button
                  kind="secondary"
                  onPress={() => {
                    from.value = Math.max(0, from.value - ROWS);
                  }}
                >
                  {t('log.later')}
                </Button>
              )}
              {first + ROWS < read.total && (
                <Button
                  kind="secondary"
                  onPress={() => {
                    if (from.value + ROWS < read.total) from.value += ROWS;
                  }}
                >
                  {t('log.earlier')}
                </Button>
              )}
            </ButtonGroup>
          )}
          <LogExport log={log} whose={whose} filter={filter.value} words={{ ...words, who }} />
        </>
      )}
    </>
  );
}
