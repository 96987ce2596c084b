import type { StoredRecord } from '@cyber-prevent/core';
import type { ComponentChildren } from 'preact';
import { ErrorSummary } from '../../components/error-summary.js';
import { PageHeading } from '../../components/page-heading.js';
import { t } from '../../locales/late.js';
import type { GatheredState } from './use-gathered.js';

export interface GatheredViewProps {
  state: GatheredState;
  /** Heading while there is nothing to show. */
  title: string;
  /** Message if the record is no longer stored. */
  gone: string;
  children: (records: readonly StoredRecord[]) => ComponentChildren;
}

/** A screen of records while they are being looked up, when the look could not be logged, and when they are gone. */
export function GatheredView({ state, title, gone, children }: GatheredViewProps) {
  if (state.name === 'shown' && state.records.length > 0) return <>{children(state.records)}</>;
  return (
    <>
      <PageHeading>{title}</PageHeading>
      {state.name === 'loading' && <p role="status">{t('common.loading')}</p>}
      {state.name === 'failed' && (
        <ErrorSummary errors={[{ message: t('subject.not-logged', { why: state.why }) }]} />
      )}
      {state.name === 'shown' && <p class="govuk-body">{gone}</p>}
    </>
  );
}
