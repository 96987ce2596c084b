/** The mapping as the code asks for it. Every name of the model stands in the data, each row with its source. */
import type { FieldPath } from '@cyber-prevent/core/plugin';
import data from './mapping.json' with { type: 'json' };

/** How far a row can be relied on, as code lists say it. None of them means *official*. */
export type Status = 'found' | 'secondary' | 'recalled' | 'proposed';

interface Sourced {
  readonly status: Status;
  /** A key of {@link Mapping.sources}. */
  readonly source: 'site' | 'copy' | 'toolkit';
}

/** Whose facts a person's are here, or those of the report itself. */
export type Owner = 'subject' | 'referrer' | 'related' | 'report';
export type Paths = Readonly<Partial<Record<Owner, FieldPath>>>;

/** What a person is to the incident. */
export interface RoleRow extends Sourced {
  readonly relationship: string;
  readonly as: Exclude<Owner, 'report'>;
  /** Stands before the attribute's name on the draft; of `related`, what the person is to the subject. */
  readonly label: string;
  readonly write?: boolean;
}

/** What may be linked to a person or to the incident, and is read with it. */
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
  /** It is part of a value that is put together: see {@link Mapping.joined}. */
  readonly part?: Part;
  /** Of an address: parts with one number stand on one line. */
  readonly line?: number;
  /** Characters that the model takes, where a source says how many. */
  readonly max?: number;
  readonly form?: 'days';
  readonly codes?: 'gender';
  readonly write?: boolean;
}

export interface Mapping {
  readonly id: string;
  readonly title: string;
  /** The day on which the rows were last held against their sources. */
  readonly checkedOn: string;
  readonly sources: Readonly<Record<Sourced['source'], string>>;
  readonly roles: readonly RoleRow[];
  readonly links: readonly LinkRow[];
  readonly attributes: readonly AttributeRow[];
  readonly joined: Readonly<Record<'name' | 'address' | 'telephone', Paths>>;
  /** Known, and kept nowhere: named to the officer with the reason. */
  readonly notKept: readonly (Sourced & { type: string; name: string; why: string })[];
  readonly gender: readonly (Sourced & { code: string; label: string })[];
  /** What somebody may be to the person referred. */
  readonly relations: Sourced & {
    readonly names: readonly string[];
    /** The name that says that nobody knows. */
    readonly unknown: string;
    /** The name for what no other name says. */
    readonly other: string;
  };
  /** What a record holds and the file does not. */
  readonly notWritten: readonly { kind: string; property: string; title: string; why: string }[];
}

/** How the names of the Standard Data Model meet the fields of the toolkit: data, with the source of each row. */
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

/** `stepGrandmother` as somebody would say it: Step grandmother. */
export function relationWords(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The model's name for what a record calls the relationship; undefined where it has none that says the same. */
export function relationOf(words: string): string | undefined {
  return mapping.relations.names.find((name) => relationWords(name) === words);
}
