/** Turns the form's values into the core's input, and the place of an issue into the control that shows it. */
import {
  type Gates,
  type Issue,
  OWN_FIELDS,
  type RecordId,
  type RecordOf,
  type StoredRecord,
  type TogetherInput,
} from '@cyber-prevent/core';
import { asGroup, cleanValues } from '../../../components/form-values.js';
import type { RecordFormState } from '../../../components/use-record-form.js';
import type { OfficerIdentity, Services, VaultKind } from '../../../ports/services.js';
import { heldFor, officerOf } from '../../capture/review/review-context.js';
import { ownFields } from './own-fields.js';
import { SCHOOL_SHOWN, schoolFields } from './school-part.js';

interface Asked {
  readonly form: RecordFormState<'intervention'>;
  readonly note: RecordFormState<'intelligenceNote'>;
  readonly subjects: readonly StoredRecord<'subject'>[];
  /** Their names as the form says them: namesakes in the group are told apart. */
  readonly called: ReadonlyMap<RecordId, string>;
  readonly sessionOf: (subject: RecordId) => StoredRecord<'session'> | undefined;
  readonly gates: Gates;
  readonly by: { readonly officer: OfficerIdentity; readonly kind: VaultKind };
}

export async function inputOf(
  services: Services,
  { form, note, subjects, called, sessionOf, gates, by }: Asked,
): Promise<TogetherInput> {
  const typed = form.values.value;
  const all = () => true;
  const own = ownFields();
  const school = asGroup(typed.school);
  const noted = note.values.value;
  const on = subjects.find(({ id }) => id === noted.subjectId);
  return {
    shared: cleanValues(form.fields, typed, all) as Partial<RecordOf<'intervention'>>,
    each: subjects.map((subject) => {
      const values = asGroup(asGroup(typed.each)[subject.id]);
      return {
        subject,
        called: called.get(subject.id),
        own: cleanValues(own, values, all) as Partial<RecordOf<'intervention'>>,
        session: values.session === true ? sessionOf(subject.id) : undefined,
      };
    }),
    ...(typed.isSchoolTold === true
      ? {
          school: cleanValues(
            schoolFields(),
            school,
            (path) => SCHOOL_SHOWN[`school.${path}`]?.(typed) ?? true,
          ) as Partial<RecordOf<'agencyContact'>>,
        }
      : {}),
    ...(noted.isKept === true
      ? {
          note: {
            input: {
              ...(cleanValues(
                note.fields,
                noted,
                (path) => note.shownWhen[path]?.(noted) ?? true,
              ) as Partial<RecordOf<'intelligenceNote'>>),
              ...(on ? { subjectId: on.id } : {}),
            },
            context: {
              gates,
              officer: officerOf(by.officer, by.kind),
              host: services.host,
              lists: services.lists,
              held: await heldFor(services, undefined),
              subject: on,
            },
          },
        }
      : {}),
  };
}

const OWN: ReadonlySet<string> = new Set(OWN_FIELDS);

/**
 * Puts `each.0.outcome` under the subject’s own id. Issues of shared fields keep their field's name; other issues about
 * the people go to `chosen`.
 */
export function placeIn(
  issue: Issue,
  chosen: readonly RecordId[],
): { readonly of: 'form' | 'note'; readonly issue: Issue } {
  const [part, ...rest] = (issue.at ?? '').split('.');
  const at = (path: string): Issue => ({ ...issue, at: path });
  if (part === 'note') return { of: 'note', issue: at(rest.join('.')) };
  if (part === 'shared') return { of: 'form', issue: at(rest.join('.')) };
  if (part === 'each') {
    const [nth, name = ''] = rest;
    const id = chosen[Number(nth)];
    return { of: 'form', issue: at(OWN.has(name) ? `each.${id}.${name}` : 'chosen') };
  }
  return { of: 'form', issue: part === 'acts' ? at('chosen') : issue };
}
