/** Sessions that a contact may belong to: arranged, due by now, and not logged yet. */
import type { RecordId, StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { OpenWork } from '../../../app/open-work.js';
import type { FormValues } from '../../../components/form-values.js';

/** @param asked - the session that the screen was opened for, included even if already logged */
export function useOpenSessions(
  subject: RecordId | undefined,
  asked?: RecordId,
): readonly StoredRecord<'session'>[] {
  const { store, today } = useApp().services;
  const sessions = useSignal<readonly StoredRecord<'session'>[]>([]);
  useEffect(() => {
    let gone = false;
    sessions.value = [];
    if (subject === undefined) return;
    store.query('session', { subjectId: subject }).then(
      (held) => {
        if (!gone) sessions.value = held.filter((one) => one.id === asked || isOpen(one, today()));
      },
      // If they cannot be read, the contact is logged on its own.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [store, subject, asked]);
  return sessions.value;
}

function isOpen({ value }: StoredRecord<'session'>, today: string): boolean {
  return value.attendance === undefined && value.arrangedFor <= today;
}

/** Starts a form that was opened for a session with the arranged values. */
export function useSessionStart(
  sessions: readonly StoredRecord<'session'>[],
  asked: RecordId | undefined,
  work: Pick<OpenWork<FormValues>, 'beginWith'>,
): void {
  const session = sessions.find(({ id }) => id === asked);
  useEffect(() => {
    if (!session) return;
    const { kind, place, arrangedFor } = session.value;
    work.beginWith({
      kind,
      heldOn: arrangedFor,
      session: session.id,
      ...(place ? { place } : {}),
    });
  }, [session?.id]);
}
