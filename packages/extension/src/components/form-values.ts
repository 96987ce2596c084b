/** Values of a form while it is being typed, and the record's fields made from them. */
import type { FieldDescription } from '@cyber-prevent/core';

/** Values by field name. Half-typed dates and numbers are kept as text, so nothing typed is lost. */
export type FormValues = Readonly<Record<string, unknown>>;

/** Says if a field is shown, given the values so far; by path, `grade.handlingAction`. */
export type ShownWhen = Readonly<Record<string, (values: FormValues) => boolean>>;

export function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function asTexts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

export function asGroup(value: unknown): FormValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as FormValues)
    : {};
}

export function asGroups(value: unknown): readonly FormValues[] {
  return Array.isArray(value) ? value.map(asGroup) : [];
}

/** Fields of the record as they would be saved. Blanks and fields not shown are absent; empty lists stay lists. */
export function cleanValues(
  fields: readonly FieldDescription[],
  values: FormValues,
  shown: (path: string) => boolean,
  prefix = '',
): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const field of fields) {
    const path = prefix + field.name;
    if (!shown(path)) continue;
    const value = cleanValue(field, values[field.name], shown, path);
    if (value !== undefined) kept[field.name] = value;
  }
  return kept;
}

function cleanValue(
  field: FieldDescription,
  value: unknown,
  shown: (path: string) => boolean,
  path: string,
): unknown {
  const inside = field.fields ?? [];
  switch (field.input) {
    case 'group': {
      const group = cleanValues(inside, asGroup(value), shown, `${path}.`);
      return Object.keys(group).length === 0 && !field.required ? undefined : group;
    }
    case 'groups': {
      const groups = asGroups(value).map((group) => cleanValues(inside, group, shown, `${path}.`));
      return groups.length || field.required ? groups : undefined;
    }
    case 'lines': {
      const lines = asTexts(value).filter((line) => line.trim() !== '');
      return lines.length || field.required ? lines : undefined;
    }
    case 'dates':
    case 'choices': {
      const chosen = asTexts(value);
      return chosen.length || field.required ? chosen : undefined;
    }
    case 'yes-no':
      return typeof value === 'boolean' ? value : undefined;
    case 'number':
      return typeof value === 'string' && value.trim() === '' ? undefined : value;
    default:
      return typeof value === 'string' && value.trim() === '' ? undefined : value;
  }
}
