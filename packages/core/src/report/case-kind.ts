/**
 * The names available to a template: the things in a case file, each with its fields. Record kinds supply their own, so
 * a field added to a kind can be printed at once. The additions of the toolkit (officer, day, risk) are defined here.
 */
import type { CaseFile } from '../desk/case/case-file.js';
import type { FieldDescription, FieldInput } from '../record/field.js';
import { fieldsOf } from '../record/kind.js';

/** One thing of a case file: `subject` is one, `interventions` are many, `preparedOn` is a single value. */
export interface CaseKind {
  readonly many: boolean;
  /** Absent for a single value. */
  readonly fields?: readonly FieldDescription[];
  /** The format of a single value. */
  readonly input?: FieldInput;
}

/** The things of a case file by name. */
export type CaseKinds = Readonly<Record<string, CaseKind>>;

const said = (name: string, label: string, input: FieldInput = 'line'): FieldDescription => ({
  name,
  label,
  input,
  required: true,
  sensitivity: 'none',
});

/** Everything that a case file can contain. A template that uses any other name is refused when it is loaded. */
export const CASE_KINDS = {
  subject: { many: false, fields: fieldsOf('subject') },
  referral: { many: false, fields: fieldsOf('referral') },
  referrals: { many: true, fields: fieldsOf('referral') },
  earlierReferrals: { many: true, fields: fieldsOf('referral') },
  referrer: { many: false, fields: fieldsOf('referrer') },
  relatedPersons: { many: true, fields: fieldsOf('relatedPerson') },
  organisations: {
    many: true,
    fields: [said('words', 'As recorded'), said('organisation', 'Organisation')],
  },
  onlineIdentifiers: { many: true, fields: fieldsOf('onlineIdentifier') },
  offences: {
    many: true,
    fields: [
      ...fieldsOf('offence'),
      { ...said('status', 'Status now', 'choice'), codeList: 'offence-status' },
      said('statusOn', 'Date of the status', 'date'),
    ],
  },
  interventions: { many: true, fields: fieldsOf('intervention') },
  accounts: { many: true, fields: fieldsOf('intervention') },
  assessments: { many: true, fields: [...fieldsOf('assessment'), said('level', 'Level')] },
  decisions: { many: true, fields: [...fieldsOf('decision'), said('about', 'About')] },
  plans: { many: true, fields: fieldsOf('plan') },
  objectives: { many: true, fields: fieldsOf('objective') },
  nextStep: {
    many: false,
    fields: [
      said('on', 'Day', 'date'),
      { ...said('session', 'Session', 'choice'), codeList: 'intervention-kind' },
      said('place', 'Place'),
      said('objective', 'Objective'),
    ],
  },
  holds: { many: true, fields: fieldsOf('hold') },
  notes: { many: true, fields: fieldsOf('intelligenceNote') },
  concerns: { many: true, fields: fieldsOf('safeguardingConcern') },
  order: { many: false, fields: fieldsOf('order') },
  conditions: { many: true, fields: fieldsOf('condition') },
  condition: { many: false, fields: fieldsOf('condition') },
  evidence: { many: false, fields: fieldsOf('conditionEvidence') },
  sources: {
    many: true,
    fields: [...fieldsOf('sourceCapture'), said('capturedBy', 'Captured by')],
  },
  chronology: {
    many: true,
    fields: [
      said('on', 'Day', 'date'),
      said('summary', 'What happened'),
      said('source', 'Where it came from'),
    ],
  },
  officer: {
    many: false,
    fields: [
      said('name', 'Officer'),
      said('number', 'Number'),
      { ...said('force', 'Force', 'choice'), codeList: 'force' },
      said('role', 'Role'),
    ],
  },
  risk: {
    many: false,
    fields: [
      said('instrument', 'Instrument'),
      said('status', 'Status'),
      said('bands', 'Level still possible', 'lines'),
      said('assessedOn', 'Assessed on', 'date'),
      said('unknownCount', 'Not asked, or not known', 'number'),
      said('itemCount', 'Items', 'number'),
      said('unknown', 'Items not asked, or not known', 'lines'),
    ],
  },
  notice: { many: false, fields: fieldsOf('ceaseAndDesist') },
  breaches: { many: true, fields: fieldsOf('noticeBreach') },
  sheet: {
    many: false,
    fields: [
      said('title', 'Notice'),
      said('version', 'Version of the notice'),
      said('from', 'Letterhead', 'narrative'),
      said('contact', 'Telephone number'),
      said('words', 'Words of the notice', 'narrative'),
    ],
  },
  preparedOn: { many: false, input: 'date' },
} satisfies Readonly<
  Record<Exclude<keyof CaseFile, 'onRecord' | 'handling'>, CaseKind>
> as CaseKinds;

/** Always available: a template need not ask for them. */
export const ALWAYS_AT_HAND: readonly string[] = ['officer', 'preparedOn', 'sheet'];

/** The target of a path. */
export interface PathTarget {
  /** First step of the path, a name of {@link CaseKinds}. */
  readonly kind: string;
  /** The steps inside it, outermost first; empty when the path is the thing itself. */
  readonly steps: readonly FieldDescription[];
  readonly input: FieldInput | 'group' | 'groups';
  /** The fields inside, when the path leads to a group or a list of groups. */
  readonly fields?: readonly FieldDescription[];
}

/**
 * Follows `subject.bornOn` or `interventions` through the kinds; undefined if there is no such path. A path cannot pass
 * through a list, because the intended entry would be a guess: lists are for tables.
 */
export function followPath(kinds: CaseKinds, path: string): PathTarget | undefined {
  const [kind = '', ...names] = path.split('.');
  const start = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (!start) return undefined;
  let at: PathTarget = {
    kind,
    steps: [],
    input: start.many ? 'groups' : start.fields ? 'group' : (start.input ?? 'line'),
    ...(start.fields ? { fields: start.fields } : {}),
  };
  for (const name of names) {
    if (at.input !== 'group') return undefined;
    const field = at.fields?.find((each) => each.name === name);
    if (!field) return undefined;
    at = {
      kind,
      steps: [...at.steps, field],
      input: field.input,
      ...(field.fields ? { fields: field.fields } : {}),
    };
  }
  return at;
}

/** Follows a table's column, `minutes` or `grade.handlingCode`, from the fields of one row. */
export function followColumn(
  fields: readonly FieldDescription[],
  column: string,
): readonly FieldDescription[] | undefined {
  return followPath({ row: { many: false, fields } }, `row.${column}`)?.steps;
}

/** Every path that prints as a value, for a list of suggestions or the reference. */
export function valuePaths(kinds: CaseKinds = CASE_KINDS): readonly string[] {
  const inside = (prefix: string, fields: readonly FieldDescription[]): string[] =>
    fields.flatMap((field) => {
      const path = `${prefix}.${field.name}`;
      if (field.input === 'groups') return [];
      return field.input === 'group' ? inside(path, field.fields ?? []) : [path];
    });
  return Object.entries(kinds).flatMap(([name, { many, fields }]) =>
    many ? [] : fields ? inside(name, fields) : [name],
  );
}
