/** Columns of the list of people. */
import type { AreaOfRow, SubjectRow } from '../../../casework/person/list-rows.js';
import { codesInForce } from '../../../codes/code-list.js';
import { areaOn } from '../../../record/dated-area.js';
import { ageOn } from '../../../shared/dates.js';
import type { PlainDate, RecordId } from '../../../shared/primitives.js';
import type { ListField, ListFields } from '../list-field.js';
import { codeField, dueField, handlingField, sorted, workField } from './common-fields.js';
import type { ListKnown, ShownReferral } from './list-known.js';
import { sectionField, standingField } from './offence-fields.js';
import { organisationField } from './organisation-fields.js';

/** Ages that a list is filtered by: bounds at ten, the age of criminal responsibility, and at eighteen. */
export const AGE_BANDS = ['under-10', '10-12', '13-15', '16-17', '18-over'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** The band of an age in whole years. */
export function ageBand(age: number): AgeBand {
  if (age < 10) return 'under-10';
  if (age < 13) return '10-12';
  if (age < 16) return '13-15';
  return age < 18 ? '16-17' : '18-over';
}

/** Code of the cases of the officer who looks: those that no colleague has taken over. */
export const OWN_CASES = ':own';

/** Code of an assessment that gives no level. */
export const NO_LEVEL = ':no-level';

/** The referral of the row: the one that the next thing is about, or else the latest. All of a row is about it alone. */
export function referralOfRow(
  { id, reference, receivedOn, status }: SubjectRow,
  { dueAbout, referralOf }: Pick<ListKnown, 'dueAbout' | 'referralOf'>,
): ShownReferral {
  const [entry] = dueAbout(id);
  return (
    (entry && referralOf(entry.record)) ?? {
      ...(reference === undefined ? {} : { reference }),
      ...(receivedOn === undefined ? {} : { receivedOn }),
      ...(status === undefined ? {} : { status }),
    }
  );
}

/** Every age that a date of birth on record gives, so that nobody whose age is in doubt is left out. */
function agesOf({ bornOn, births }: SubjectRow, today: PlainDate): readonly number[] {
  return (births ?? (bornOn === undefined ? [] : [bornOn])).map((born) => ageOn(born, today));
}

function holderOf({ holder }: SubjectRow, officer: RecordId | undefined): string {
  return holder === undefined || holder.id === officer ? OWN_CASES : holder.name;
}

/**
 * The area of a row: where the person lives on the day of the list, as far as it is known; else what the latest referral
 * says. Nothing of a referral for somebody who is known to live outside England and Wales.
 */
export function areaOfList(
  { areas = [], forceAreas = [], authorities = [] }: SubjectRow,
  today: PlainDate,
): Pick<AreaOfRow, 'forceArea' | 'localAuthority' | 'outside'> {
  const now = areaOn(areas, today);
  if (now) return now;
  const [forceArea] = forceAreas;
  const [localAuthority] = authorities;
  return {
    ...(forceArea === undefined ? {} : { forceArea }),
    ...(localAuthority === undefined ? {} : { localAuthority }),
  };
}

function codesOf(
  now: ReturnType<typeof areaOfList>,
  name: 'forceArea' | 'localAuthority',
  said: readonly string[] = [],
): readonly string[] {
  return [...new Set([now[name] ?? [], now.outside ?? [], said].flat())];
}

export function subjectFields(known: ListKnown) {
  const { today, dueAbout, levelsOf, levels, officer } = known;
  const due = ({ id }: SubjectRow) => dueAbout(id);
  const shown = (row: SubjectRow) => referralOfRow(row, known);
  const status = codeField<SubjectRow>('referral-status', (row) => shown(row).status, known);
  const offered = (list: string) =>
    [list, 'outside-area'].flatMap((each) =>
      codesInForce(known.lists, each, today).map(({ code }) => code),
    );
  return allOpen({
    name: sorted<SubjectRow>(({ name }) => name),
    born: {
      value: ({ bornOn }) => bornOn,
      filter: { codes: (row) => agesOf(row, today).map(ageBand), offered: AGE_BANDS },
    },
    reference: sorted<SubjectRow>((row) => shown(row).reference),
    received: sorted<SubjectRow>((row) => shown(row).receivedOn),
    status: {
      ...status,
      filter: {
        // Found by the status of the latest referral too: it may not be the one that is due.
        codes: (row) => [shown(row).status, row.status].flatMap((code) => code ?? []),
        offered: status.filter?.offered ?? [],
      },
    },
    level: {
      value: ({ id }) => {
        const [lowest] = levelsOf(id) ?? [];
        if (lowest === undefined) return undefined;
        const place = levels.indexOf(lowest);
        return place < 0 ? levels.length : place;
      },
      filter: {
        codes: ({ id }) => {
          const given = levelsOf(id);
          return given?.length === 0 ? [NO_LEVEL] : (given ?? []);
        },
        offered: [...levels, NO_LEVEL],
      },
    },
    contact: sorted<SubjectRow>(({ lastContactOn }) => lastContactOn),
    next: workField(due),
    due: dueField(due, known),
    // Found by the area of the person and that of each referral: somebody who has moved is looked for in both.
    area: {
      ...codeField<SubjectRow>('force', (row) => areaOfList(row, today).forceArea, known),
      filter: {
        codes: (row) => codesOf(areaOfList(row, today), 'forceArea', row.forceAreas),
        offered: offered('force'),
      },
    },
    authority: {
      ...codeField<SubjectRow>(
        'local-authority',
        (row) => areaOfList(row, today).localAuthority,
        known,
      ),
      filter: {
        codes: (row) => codesOf(areaOfList(row, today), 'localAuthority', row.authorities),
        offered: offered('local-authority'),
      },
    },
    offence: sectionField<SubjectRow>(known),
    standing: standingField<SubjectRow>(known),
    organisation: organisationField<SubjectRow>(known),
    handling: handlingField<SubjectRow>(),
    officer: {
      value: (row) => {
        const holder = holderOf(row, officer);
        return holder === OWN_CASES ? undefined : holder;
      },
      filter: { codes: (row) => [holderOf(row, officer)], offered: [OWN_CASES] },
    },
    recorded: sorted<SubjectRow>(({ recordedOn }) => recordedOn),
  } satisfies ListFields<SubjectRow>);
}

/** A record that is closed to the officer is found by its name alone: no filter and no order says anything of it. */
function allOpen<Key extends string>(
  fields: Readonly<Record<Key, ListField<SubjectRow>>>,
): Readonly<Record<Key, ListField<SubjectRow>>> {
  const open = Object.entries<ListField<SubjectRow>>(fields).map(([key, { value, filter }]) => [
    key,
    {
      ...(value && {
        value: (row: SubjectRow) => (row.isClosed && key !== 'name' ? undefined : value(row)),
      }),
      ...(filter && {
        filter: {
          ...filter,
          codes: (row: SubjectRow) => (row.isClosed ? undefined : filter.codes(row)),
        },
      }),
    },
  ]);
  return Object.fromEntries(open);
}
