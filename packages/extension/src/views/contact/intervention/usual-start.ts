/**
 * What a new contact starts with: the session arranged for today, else how the last contact with this person was held.
 * In sight, and to be changed where it differs; how it went is never among it.
 */
import {
  type PlainDate,
  type RecordId,
  type RecordOf,
  type StoredRecord,
  standingContacts,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { OpenWork } from '../../../app/open-work.js';
import type { FormValues } from '../../../components/form-values.js';

/** Fields that a new contact may start with. */
const COPIED = ['kind', 'mode', 'minutes', 'place'] as const;
type Copied = Partial<Pick<RecordOf<'intervention'>, (typeof COPIED)[number]>>;

/** The reason for the first values, and what they are: both are said beside them, and by the button that saves. */
type UsualStart =
  | { readonly name: 'last'; readonly on: PlainDate; readonly copied: Copied }
  | { readonly name: 'session'; readonly copied: Copied };

/** A home visit is also the code of the initial meeting, which happens once: it is said again, never copied. */
const INITIAL = 'home-visit';

/** The copied values that nobody has changed, as they are in the form. */
export function stillCopied({ copied }: UsualStart, values: FormValues): Copied {
  return Object.fromEntries(
    COPIED.flatMap((name) =>
      copied[name] !== undefined && String(values[name]) === String(copied[name])
        ? [[name, copied[name]]]
        : [],
    ),
  ) as Copied;
}

/** @param subject - undefined for a correction, a follow-up or a session, which start with values of their own */
export function useUsualStart(
  subject: RecordId | undefined,
  work: Pick<OpenWork<FormValues>, 'beginWith' | 'isBegun' | 'cameBack'>,
): UsualStart | undefined {
  const { store, today } = useApp().services;
  const start = useSignal<UsualStart | undefined>(undefined);
  // Once an earlier draft is set aside, the form starts anew, and as any new one does.
  const isAsked = work.cameBack.value !== undefined;
  useEffect(() => {
    if (subject === undefined || isAsked) return;
    let isGone = false;
    const about = { subjectId: subject };
    Promise.all([store.query('session', about), store.query('intervention', about)]).then(
      ([sessions, log]) => {
        if (isGone || work.isBegun()) return;
        const heldOn = today();
        const session = sessions.find(
          ({ value }) => value.attendance === undefined && value.arrangedFor === heldOn,
        );
        const last = lastOf(log);
        if (!session && !last) return;
        const copied = copiedFrom(session, last);
        start.value =
          session || !last
            ? { name: 'session', copied }
            : { name: 'last', on: last.value.heldOn, copied };
        work.beginWith({ heldOn, ...copied });
      },
      // If they cannot be read, the form starts empty.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [store, subject, work, start, today, isAsked]);
  return start.value;
}

function copiedFrom(
  session: StoredRecord<'session'> | undefined,
  last: StoredRecord<'intervention'> | undefined,
): Copied {
  const { mode, minutes } = last?.value ?? {};
  const { kind, place } = session?.value ?? { kind: last?.value.kind, place: undefined };
  const isInitial = !session && kind === INITIAL;
  return {
    ...(kind && !isInitial ? { kind } : {}),
    ...(mode ? { mode } : {}),
    ...(minutes ? { minutes } : {}),
    ...(place ? { place } : {}),
  };
}

function lastOf(
  log: readonly StoredRecord<'intervention'>[],
): StoredRecord<'intervention'> | undefined {
  return standingContacts(log)
    .toSorted((a, b) => (a.value.heldOn < b.value.heldOn ? -1 : 1))
    .at(-1);
}
