/** Sessions that a contact may be: arranged, their day come, and nothing logged of them yet. */
import type { RecordId, StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { OpenWork } from '../../../app/open-work.js';
import type { FormValues } from '../../../components/form-values.js';

/** @param asked - one that the screen was opened for, whatever has been said of it */
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
      // Where they cannot be read the contact is logged on its own.
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

/** A form that was opened for a session begins with what was arranged. */
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
