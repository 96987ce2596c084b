import { type Issue, type RecordId, type StoredRecord, SUBJECT_UNKNOWN } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { t } from '../../locales/late.js';
import { asIssue } from '../act/as-issue.js';
import { usePresentName } from './use-present-name.js';

type Subject = StoredRecord<'subject'>;

interface ForSubjectProps {
  /** The person whose page the form was opened from; absent if the form asks. */
  id: RecordId | undefined;
  children: (subject: Subject | undefined) => ComponentChildren;
}

/** A form opened from a person’s page: shown once they are read, so that it names them and is about them alone. */
export function ForSubject({ id, children }: ForSubjectProps) {
  const { store } = useApp().services;
  const subject = useSignal<Subject | undefined>(undefined);
  const present = usePresentName(subject.value);
  const problem = useSignal<Issue | undefined>(undefined);
  useEffect(() => {
    if (id === undefined) return;
    store.get('subject', id).then(
      (held) => {
        subject.value = held;
        problem.value = held ? undefined : SUBJECT_UNKNOWN;
      },
      (error: unknown) => {
        problem.value = asIssue(error);
      },
    );
  }, [store, id]);
  if (problem.value) return <ErrorSummary errors={[problem.value]} />;
  if (id !== undefined && !subject.value) return <p role="status">{t('common.loading')}</p>;
  return <>{children(present)}</>;
}
