/**
 * Starting values of a new contact: the one session arranged for today, else how the last contact with this person was held.
 * In sight, and to be changed where it differs; how it went is never among it. What was copied is stored with the draft,
 * so that it is never taken for typed after a lock or on another visit.
 */
import {
  PlainDate,
  type RecordId,
  type RecordOf,
  type StoredRecord,
  standingContacts,
} from '@cyber-prevent/core';
import { useEffect } from 'preact/hooks';
import * as v from 'valibot';
import { useApp } from '../../../app/app.js';
import type { OpenWork } from '../../../app/open-work.js';
import { asText, type FormValues } from '../../../components/form-values.js';

/** Fields that a new contact may start with. */
const COPIED = ['kind', 'mode', 'minutes', 'place'] as const;
type Copied = Partial<Pick<RecordOf<'intervention'>, (typeof COPIED)[number]>>;

const CopiedValues = v.object({
  kind: v.exactOptional(v.string()),
  mode: v.exactOptional(v.string()),
  minutes: v.exactOptional(v.number()),
  place: v.exactOptional(v.string()),
});

/** The reason for the first values, and what they are: both are said beside them, and by the button that saves. */
const UsualStart = v.variant('name', [
  v.object({ name: v.literal('last'), on: PlainDate, copied: CopiedValues }),
  /** `sessions`: several are arranged for today, so nothing is copied of any until the officer says which it was. */
  v.object({
    name: v.picklist(['session', 'sessions']),
    /** Absent in a draft of an earlier release. */
    on: v.exactOptional(PlainDate),
    copied: CopiedValues,
  }),
]);
type UsualStart = v.InferOutput<typeof UsualStart>;

/** Keys, among the typed values, for what was copied and for the session that the contact belongs to. */
const COPIED_FROM = 'copiedFrom';
export const SESSION = 'session';

/** A home visit is also the code of the initial meeting, which happens once: it is said again, never copied. */
const INITIAL = 'home-visit';

/** The copied values of a form, also of a draft; undefined if it started empty. */
export function usualStart(values: FormValues): UsualStart | undefined {
  const read = v.safeParse(UsualStart, values[COPIED_FROM]);
  return read.success ? read.output : undefined;
}

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

/**
 * The values once the officer has said which session it was. One of several of today gives its kind and place, unless
 * something was entered there.
 */
export function withSession(
  values: FormValues,
  session: StoredRecord<'session'> | undefined,
): FormValues {
  const chosen = { ...values, [SESSION]: session?.id ?? '' };
  const start = usualStart(values);
  if (start?.name !== 'sessions') return chosen;
  const { kind: _, place: __, ...copied } = start.copied;
  const still = stillCopied(start, values);
  const free = (['kind', 'place'] as const).filter(
    (name) => name in still || asText(values[name]) === '',
  );
  const own = Object.fromEntries(
    free.map((name) => [name, session?.value[name]]).filter(([, value]) => value !== undefined),
  );
  return {
    ...chosen,
    ...Object.fromEntries(free.map((name) => [name, own[name] ?? ''])),
    [COPIED_FROM]: { ...start, copied: { ...copied, ...own } },
  };
}

/** @param subject - undefined for a correction, a follow-up or a session, which start with values of their own */
export function useUsualStart(
  subject: RecordId | undefined,
  work: Pick<OpenWork<FormValues>, 'beginWith' | 'isBegun' | 'cameBack'>,
): void {
  const { store, today } = useApp().services;
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
        const start = startFrom(
          sessions.filter(
            ({ value }) => value.attendance === undefined && value.arrangedFor === heldOn,
          ),
          lastOf(log),
          heldOn,
        );
        if (start) work.beginWith({ heldOn, ...start.copied, [COPIED_FROM]: start });
      },
      // If they cannot be read, the form starts empty.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [store, subject, work, today, isAsked]);
}

/** @param ofToday - the sessions that are arranged for today and not logged yet */
function startFrom(
  ofToday: readonly StoredRecord<'session'>[],
  last: StoredRecord<'intervention'> | undefined,
  on: PlainDate,
): UsualStart | undefined {
  const [session, ...others] = ofToday;
  if (!session && !last) return undefined;
  if (others.length === 0) {
    const copied = copiedFrom(session, last);
    return session || !last
      ? { name: 'session', on, copied }
      : { name: 'last', on: last.value.heldOn, copied };
  }
  const { mode, minutes } = copiedFrom(undefined, last);
  return {
    name: 'sessions',
    on,
    copied: { ...(mode ? { mode } : {}), ...(minutes ? { minutes } : {}) },
  };
}

function copiedFrom(
  session: StoredRecord<'session'> | undefined,
  last: StoredRecord<'intervention'> | undefined,
): UsualStart['copied'] {
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
