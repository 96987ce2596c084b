import type { Issue, StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp, useOpenVault } from '../../app/app.js';
import type { RouteOf } from '../../app/router.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { asIssue } from '../as-issue.js';
import { startingGates } from '../review/review-context.js';
import { NoteForm } from './note-form.js';

/** A note that is typed, on the subject one came from or on none. */
export function NoteView({ route }: { route: RouteOf<'note'> }) {
  const { services, router } = useApp();
  const { officer } = useOpenVault();
  const gates = useSignal(startingGates(null, officer));
  const subject = useSignal<StoredRecord<'subject'> | undefined>(undefined);
  const isReady = useSignal(route.subject === undefined);
  const problem = useSignal<Issue | undefined>(undefined);
  useEffect(() => {
    if (route.subject === undefined) return;
    void services.store.get('subject', route.subject).then(
      (found) => {
        subject.value = found;
        isReady.value = true;
      },
      (error: unknown) => {
        problem.value = asIssue(error);
      },
    );
  }, [services, route.subject]);
  if (problem.value) return <ErrorSummary errors={[problem.value]} />;
  if (!isReady.value) return null;
  return (
    <NoteForm
      subject={subject.value}
      gates={gates.value}
      onGates={(next) => {
        gates.value = next;
      }}
      onSaved={() => router.back()}
      onCancel={() => router.back()}
    />
  );
}
