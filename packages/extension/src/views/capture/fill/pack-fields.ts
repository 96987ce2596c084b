/**
 * Chooses the fields of a paste pack: in the order of the form that was read, or in our own. Fields that need thought
 * are set aside.
 */

import { FILL_FIELDS } from '@cyber-prevent/core';
import {
  type FillPlan,
  type FillRow,
  type FillStep,
  type FillValue,
  type PastePart,
  pastePack,
} from '@cyber-prevent/core/fill';
import { t } from '../../../locales/late.js';
import { choiceOf, type FillWork, type Pack, type PackField } from './fill-work.js';
import { type Outcomes, outcomeOf } from './row-outcome.js';

/** Leaves out values already in the form or just typed. */
export function fieldsOfPlan(
  plan: FillPlan,
  values: readonly FillValue[],
  work: FillWork,
  outcomes: Outcomes,
): readonly PackField[] {
  const fields = plan.rows
    .filter(({ value }) => value.stopped === undefined)
    .filter((row) => row.state !== 'same' && !outcomeOf(row, outcomes)?.isDone)
    .flatMap((row) => {
      const isLeft = row.state === 'can' && choiceOf(row, work) === 'leave';
      const isAside = isLeft || row.box === undefined || isDelicate(row.value);
      return partsOf(row).map((field): PackField => ({ ...field, ...(isAside ? ASIDE : {}) }));
    });
  // The whole as one text is always included, for a box that was not seen on the page.
  const whole = fieldsOfValues(values.filter(({ path }) => path === WHOLE));
  return [...fields, ...whole.filter(({ id }) => fields.every((field) => field.id !== id))];
}

const WHOLE = 'intervention.asText';

/** Every value of the record, for a system whose form was not read. */
export function fieldsOfValues(values: readonly FillValue[]): readonly PackField[] {
  return values.filter(isFree).map((value): PackField => {
    const { label } = FILL_FIELDS[value.path];
    // The one text repeats what the others say one by one.
    const isAside = isDelicate(value) || value.path === WHOLE;
    return {
      id: value.id,
      label,
      given: label,
      text: value.text,
      ...othersOf(value),
      ...(isAside ? ASIDE : {}),
    };
  });
}

/** True unless the conditions of the value keep it out of another system. */
const isFree = ({ stopped }: FillValue): boolean => stopped === undefined;

const ASIDE = { isAside: true } as const;

function isDelicate({ sensitivity, path, others }: FillValue): boolean {
  return (
    others !== undefined ||
    sensitivity === 'special' ||
    sensitivity === 'criminal' ||
    sensitivity === 'source' ||
    path.startsWith('relatedPersons')
  );
}

function othersOf({ others }: FillValue): Pick<PackField, 'others'> {
  return others === undefined ? {} : { others };
}

function partsOf(row: FillRow): readonly PackField[] {
  const { id, value, text, box, limit, steps } = row;
  const given = FILL_FIELDS[value.path].label;
  const label = box?.label || given;
  if (steps.length < 2)
    return [
      { id, label, given, text, ...othersOf(value), ...(limit === undefined ? {} : { limit }) },
    ];
  return steps.map((step, place) => ({
    id: step.id,
    label: t('pack.box', { label, box: place + 1, of: steps.length }),
    given,
    text: textOf(step),
    ...othersOf(value),
  }));
}

function textOf({ act }: FillStep): string {
  return act.kind === 'tick' ? '' : act.text;
}

export interface PackParts {
  /** Parts copied one after another. */
  readonly sequence: readonly PastePart[];
  readonly aside: readonly PastePart[];
}

export function partsOfPack({ fields }: Pick<Pack, 'fields'>): PackParts {
  return {
    sequence: pastePack(fields.filter(({ isAside }) => !isAside)),
    aside: pastePack(fields.filter(({ isAside }) => isAside)),
  };
}

/** Values recorded elsewhere instead of a part's; undefined if there are none. */
export function othersOfPart({ fields }: Pack, { id }: PastePart): readonly string[] | undefined {
  return fields.find((field) => id.startsWith(`${field.id}/`))?.others;
}

/** Labels of the record's fields that count as given once these parts were copied. */
export function labelsGiven({ fields, copied }: Pack): readonly string[] {
  const given = fields.filter(({ id }) => copied.some((part) => part.startsWith(`${id}/`)));
  return [...new Set(given.map((field) => field.given))];
}

export function partLabel({ label, part, of }: PastePart): string {
  return of === 1 ? label : t('pack.part', { label, part, of });
}
