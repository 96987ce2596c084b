/** Values that a record can give to another system's form, as a closed list of paths. */
import { FIELDS, type FieldPath } from './field-path.js';

/** Content of one filling: a form is for one kind of thing. */
export const FILL_KINDS = ['referral', 'intervention'] as const;
export type FillKind = (typeof FILL_KINDS)[number];

export interface FillDefinition {
  /** Label next to the value, in the officer's words. */
  readonly label: string;
  readonly read: 'line' | 'lines' | 'date' | 'number' | 'code';
  /** The code list that it draws from. */
  readonly list?: string;
}

/** Values of an intervention beyond the facts of its subject and referral. */
const INTERVENTION_FIELDS = {
  'intervention.kind': { label: 'Kind of intervention', read: 'code', list: 'intervention-kind' },
  'intervention.heldOn': { label: 'Date of contact', read: 'date' },
  'intervention.mode': { label: 'How', read: 'code', list: 'intervention-mode' },
  'intervention.minutes': { label: 'Contact time in minutes', read: 'number' },
  'intervention.place': { label: 'Place', read: 'line' },
  'intervention.present': { label: 'Who else was present', read: 'line' },
  'intervention.outcome': { label: 'Outcome', read: 'code', list: 'intervention-outcome' },
  'intervention.note': { label: 'What happened', read: 'lines' },
  'intervention.followUpDueOn': { label: 'Follow-up due', read: 'date' },
  /** Label and value of all of the above, one per line: for a form that has one box for everything. */
  'intervention.asText': { label: 'The intervention, as text', read: 'lines' },
} as const satisfies Readonly<Record<string, FillDefinition>>;

/** Area in which the person lives: codes that a page never gives, so that they are no facts of a capture. */
const AREA_FIELDS = {
  'area.forceArea': { label: 'Force area', read: 'code', list: 'force' },
  'area.localAuthority': { label: 'Local authority', read: 'code', list: 'local-authority' },
} as const satisfies Readonly<Record<string, FillDefinition>>;

export type AreaPath = keyof typeof AREA_FIELDS;
export type InterventionPath = keyof typeof INTERVENTION_FIELDS;
export type FillPath = FieldPath | AreaPath | InterventionPath;

export const FILL_FIELDS: Readonly<Record<FillPath, FillDefinition>> = {
  ...(Object.fromEntries(
    Object.entries(FIELDS).map(([path, { label, read }]) => [path, { label, read: inForm(read) }]),
  ) as Record<FieldPath, FillDefinition>),
  ...AREA_FIELDS,
  ...INTERVENTION_FIELDS,
};
export const FILL_PATHS = Object.keys(FILL_FIELDS) as readonly FillPath[];

/** True if the text is a path that a record can give to a form. */
export function isFillPath(path: string): path is FillPath {
  return Object.hasOwn(FILL_FIELDS, path);
}

function inForm(read: (typeof FIELDS)[FieldPath]['read']): FillDefinition['read'] {
  if (read === 'ukDate') return 'date';
  return read === 'prose' || read === 'address' ? 'lines' : 'line';
}
