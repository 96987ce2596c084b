/** The typed person: the values for the record, those to search with, and the control for each issue. */
import type {
  IdentifiedPerson,
  Issue,
  MatchPerson,
  MatchValue,
  PlainDate,
} from '@cyber-prevent/core';
import { asText, asTexts, type FormValues } from '../../../components/form-values.js';

/** Placeholder for a person still to be chosen, so that everything else can be checked. */
export const NOBODY: IdentifiedPerson = { name: '-' };

/** @param today - the day on which the school is noted */
export function personIn(values: FormValues, today: PlainDate): IdentifiedPerson {
  const [name, bornOn, school] = ['name', 'bornOn', 'school'].map((field) =>
    asText(values[field]).trim(),
  );
  const aliases = asTexts(values.aliases).filter((alias) => alias.trim() !== '');
  return {
    ...(name ? { name } : {}),
    ...(bornOn ? { bornOn: bornOn as PlainDate } : {}),
    aliases,
    schools: school ? [{ name: school, notedOn: today }] : [],
  } as IdentifiedPerson;
}

export function soughtAs({ name, bornOn, aliases = [] }: IdentifiedPerson): MatchPerson {
  const names = [...(name ? [name] : []), ...aliases];
  return {
    values: [
      ...names.map((text): MatchValue => ({ kind: 'name', text })),
      ...names.map((text): MatchValue => ({ kind: 'handle', text })),
      ...(bornOn ? [{ kind: 'bornOn', text: bornOn } as const] : []),
    ],
  };
}

export function missingIssue(at: string, message: string): Issue {
  return { code: 'missing', severity: 'error', message, at };
}

/** The form has a single field for schools. */
export function atPerson(issue: Issue): Issue {
  return issue.at?.startsWith('schools') ? { ...issue, at: 'school' } : issue;
}
