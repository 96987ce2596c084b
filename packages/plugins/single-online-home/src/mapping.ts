/** The mapping in the form that the code needs. Every name of the model is in the data, each row with its source. */
import type { FieldPath } from '@cyber-prevent/core/plugin';
import data from './mapping.json' with { type: 'json' };

/** Reliability of a row, in the terms of code lists. None of them means *official*. */
export type Status = 'found' | 'secondary' | 'recalled' | 'proposed';

interface Sourced {
  readonly status: Status;
  /** A key of {@link Mapping.sources}. */
  readonly source: 'site' | 'copy' | 'toolkit';
}

/** The owner of a person's facts here, or the report itself. */
export type Owner = 'subject' | 'referrer' | 'related' | 'report';
export type Paths = Readonly<Partial<Record<Owner, FieldPath>>>;

/** The role of a person in the incident. */
export interface RoleRow extends Sourced {
  readonly relationship: string;
  readonly as: Exclude<Owner, 'report'>;
  /** Prefix of the attribute's name on the draft; for `related`, the person's relationship to the subject. */
  readonly label: string;
  readonly write?: boolean;
}

/** A link to a person or to the incident whose target is read with it. */
export interface LinkRow extends Sourced {
  readonly from: string;
  readonly relationship: string;
  readonly to: string;
  readonly write?: boolean;
}

export type Part =
  | 'given'
  | 'family'
  | 'unparted'
  | 'address'
  | 'full'
  | 'number'
  | 'country'
  | 'extension'
  | 'platform';

export interface AttributeRow extends Sourced {
  readonly type: string;
  readonly name: string;
  readonly paths?: Paths;
  /** Part of a combined value: see {@link Mapping.joined}. */
  readonly part?: Part;
  /** For an address: parts with the same number are on one line. */
  readonly line?: number;
  /** Most characters in the model, if a source gives a limit. */
  readonly max?: number;
  readonly form?: 'days';
  readonly codes?: 'gender';
  readonly write?: boolean;
}

export interface Mapping {
  readonly id: string;
  readonly title: string;
  /** The day on which the rows were last checked against their sources. */
  readonly checkedOn: string;
  readonly sources: Readonly<Record<Sourced['source'], string>>;
  readonly roles: readonly RoleRow[];
  readonly links: readonly LinkRow[];
  readonly attributes: readonly AttributeRow[];
  readonly joined: Readonly<Record<'name' | 'address' | 'telephone', Paths>>;
  /** Known, but stored nowhere: named to the officer with the reason. */
  readonly notKept: readonly (Sourced & { type: string; name: string; why: string })[];
  readonly gender: readonly (Sourced & { code: string; label: string })[];
  /** Possible relationships to the person referred. */
  readonly relations: Sourced & {
    readonly names: readonly string[];
    /** The name for an unknown relationship. */
    readonly unknown: string;
    /** The name for any other relationship. */
    readonly other: string;
  };
  /** Data of a record that the file does not contain. */
  readonly notWritten: readonly { kind: string; property: string; title: string; why: string }[];
}

/**
 * The mapping between the names of the Standard Data Model and the fields of the toolkit: data, with the source of each
 * row.
 */
export const mapping = data as Mapping;

export function rowsOf(type: string, part?: Part): readonly AttributeRow[] {
  return mapping.attributes.filter(
    (row) => row.type === type && (part === undefined || row.part === part),
  );
}

export function roleOf(relationship: string): RoleRow | undefined {
  return mapping.roles.find((row) => row.relationship === relationship);
}

export function isRelation(name: string): boolean {
  return mapping.relations.names.includes(name);
}

/** `stepGrandmother` in spoken words: Step grandmother. */
export function relationWords(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The model's name for a record's relationship; undefined if it has none with the same meaning. */
export function relationOf(words: string): string | undefined {
  return mapping.relations.names.find((name) => relationWords(name) === words);
}
