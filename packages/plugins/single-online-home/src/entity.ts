/** The entities of a report (the incident, people, places, telephones) and the links between them, as in the file. */
import type { Issue } from '@cyber-prevent/core/plugin';
import { issueOf, listed, shown } from './issue.js';

export interface Entity {
  readonly type: string;
  /** Type and id together; absent if the file gives no id. */
  readonly key: string | undefined;
  /** Place in the file: `included[2]`. */
  readonly place: string;
  readonly attributes: ReadonlyMap<string, unknown>;
  readonly links: readonly Link[];
}

export interface Link {
  readonly name: string;
  readonly place: string;
  /** The key of its target. */
  readonly to: string;
}

export interface Report {
  /** Counts from 1. */
  readonly number: number;
  readonly incident: Entity;
  readonly included: readonly Entity[];
  readonly byId: ReadonlyMap<string, Entity>;
  /** Faults of its form. */
  readonly issues: readonly Issue[];
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const KEYS = new Set(['id', 'type', 'attributes', 'relationships']);

/** The entity at a place; undefined, with an issue, if there is none. */
export function entityOf(value: unknown, place: string, issues: Issue[]): Entity | undefined {
  if (!isObject(value) || typeof value.type !== 'string') {
    issues.push(
      issueOf('entity-broken', 'Something here does not say what it is, and was not read', place),
    );
    return undefined;
  }
  const { type, id, attributes = {}, relationships = {} } = value;
  const others = Object.keys(value).filter((key) => !KEYS.has(key));
  if (others.length > 0)
    issues.push(
      issueOf('attribute-unknown', `${listed(others)}: not known here and not read`, place),
    );
  if (!isObject(attributes) || !isObject(relationships))
    issues.push(
      issueOf(
        'entity-broken',
        'This is not in the form that was expected, and was not read',
        place,
      ),
    );
  return {
    type,
    key: typeof id === 'string' && id !== '' ? `${type}/${id}` : undefined,
    place,
    attributes: new Map(isObject(attributes) ? Object.entries(attributes) : []),
    links: isObject(relationships)
      ? Object.entries(relationships).flatMap(([name, link]) =>
          linksOf(name, link, `${place}.relationships.${shown(name)}`, issues),
        )
      : [],
  };
}

/** One link, or a list of them, under one name. */
function linksOf(name: string, value: unknown, place: string, issues: Issue[]): readonly Link[] {
  const data = isObject(value) ? value.data : undefined;
  // An empty link is the form's way to say that there is no target.
  if (data === null) return [];
  const list: readonly unknown[] = Array.isArray(data) ? data : [data];
  return list.flatMap((each, index) => {
    if (isObject(each) && typeof each.id === 'string' && typeof each.type === 'string')
      return [{ name, place: `${place}[${index}]`, to: `${each.type}/${each.id}` }];
    issues.push(
      issueOf('link-broken', `The link “${shown(name)}” does not say what it points to`, place),
    );
    return [];
  });
}
