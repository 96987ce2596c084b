/** A file during writing: the resources so far with their ids, and the omissions with their reasons. */
import { type CodeLists, type FieldPath, fieldOf, type Issue } from '@cyber-prevent/core/plugin';
import { WRITABLE_PATHS } from './approval.js';
import { issueOf } from './issue.js';
import { type AttributeRow, mapping, type Owner } from './mapping.js';

const WRITABLE: ReadonlySet<FieldPath> = new Set(WRITABLE_PATHS);

export type Attributes = Record<string, unknown>;

interface Reference {
  readonly type: string;
  readonly id: string;
}

export interface Resource extends Reference {
  readonly attributes: Attributes;
  readonly relationships: Record<string, { readonly data: Reference[] }>;
}

export interface Writing {
  /** `referral 2`: the place of this referral's issues. */
  readonly at: string;
  readonly lists: CodeLists;
  readonly approved: ReadonlySet<FieldPath>;
  readonly included: Resource[];
  readonly leftOut: Issue[];
}

/**
 * A resource with an id that is unique only in this file. A record's own id is never written: it could link two files
 * about one child.
 */
export function resourceOf(writing: Writing, type: string): Resource {
  const count = writing.included.filter((each) => each.type === type).length + 1;
  const resource: Resource = { type, id: `${type}-${count}`, attributes: {}, relationships: {} };
  writing.included.push(resource);
  return resource;
}

export function link(from: Resource, relationship: string, { type, id }: Resource): void {
  const before = from.relationships[relationship]?.data ?? [];
  from.relationships[relationship] = { data: [...before, { type, id }] };
}

/** The relationship that links this type of entity to a person. */
export function linkTo(type: string): string | undefined {
  return mapping.links.find((row) => row.write && row.to === type)?.relationship;
}

/** Rows under which a field is written, the first choice first. */
export function rowsFor(type: string, owner: Owner, path?: FieldPath): readonly AttributeRow[] {
  return mapping.attributes.filter(
    (row) =>
      row.write &&
      row.type === type &&
      row.paths?.[owner] !== undefined &&
      (path === undefined || row.paths[owner] === path),
  );
}

/** The texts that may be sent under a path; others are named. */
export function approvedTexts(
  writing: Writing,
  path: FieldPath,
  texts: readonly string[],
): readonly string[] {
  const said = texts.filter((text) => text !== '');
  if (said.length === 0) return said;
  const { label } = fieldOf(path);
  if (!WRITABLE.has(path)) {
    writing.leftOut.push(withoutRoom(label, 'the model has no field for it', writing.at));
    return [];
  }
  if (writing.approved.has(path)) return said;
  writing.leftOut.push(
    issueOf(
      'field-not-approved',
      `${label} was not written: it is not among the fields approved for this file`,
      writing.at,
    ),
  );
  return [];
}

export function withoutRoom(title: string, why: string, at: string): Issue {
  return issueOf('field-without-room', `${title} was not written: ${why}`, at);
}

/** True if the model accepts a text of that length; the model counts characters. */
export function fits(row: AttributeRow, text: string): boolean {
  return row.max === undefined || [...text].length <= row.max;
}

/** A text is never cut: one that is too long is left out whole, and named. */
export function tooLong(writing: Writing, label: string, max: number): void {
  writing.leftOut.push(
    issueOf(
      'value-does-not-fit',
      `${label} was not written: it is longer than the ${max} characters that the model takes`,
      writing.at,
    ),
  );
}

export function onlyOne(writing: Writing, label: string, more: number): void {
  writing.leftOut.push(
    issueOf(
      'several-do-not-fit',
      `${label}: the model takes one value, so ${more} more ${more === 1 ? 'was' : 'were'} not written`,
      writing.at,
    ),
  );
}
