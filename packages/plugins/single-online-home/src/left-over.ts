/**
 * The unread parts of a report: every attribute and link that was not looked at, named by its place, with the reason if
 * there is one.
 */
import type { Issue } from '@cyber-prevent/core/plugin';
import type { Entity, Report } from './entity.js';
import { issueOf, listed, shown } from './issue.js';
import { mapping, rowsOf } from './mapping.js';
import { type Notes, placeOf } from './take.js';

const KNOWN_TYPES = new Set([
  'incident',
  ...mapping.attributes.map(({ type }) => type),
  ...mapping.links.map(({ to }) => to),
]);

export function leftOver(report: Report, notes: Notes): readonly Issue[] {
  return [report.incident, ...report.included].flatMap((entity) => [
    ...attributesLeft(entity, notes),
    ...linksLeft(entity, report, notes),
  ]);
}

function attributesLeft(entity: Entity, { read }: Notes): readonly Issue[] {
  const names = [...entity.attributes]
    .filter(([name, value]) => !isEmpty(value) && !read.has(placeOf(entity, name)))
    .map(([name]) => name);
  if (!KNOWN_TYPES.has(entity.type))
    return [
      issueOf(
        'entity-not-read',
        `Of “${shown(entity.type)}” nothing is kept, so it was not read${names.length > 0 ? `: ${listed(names)}` : ''}`,
        entity.place,
      ),
    ];
  const reasons = new Map<string, string[]>();
  const unknown: string[] = [];
  for (const name of names) {
    const why = reasonFor(entity.type, name);
    if (why === undefined) unknown.push(name);
    else reasons.set(why, [...(reasons.get(why) ?? []), name]);
  }
  return [
    ...[...reasons].map(([why, list]) =>
      issueOf('attribute-not-kept', `${listed(list)} ${were(list)} not read: ${why}`, entity.place),
    ),
    ...(unknown.length > 0
      ? [
          issueOf(
            'attribute-unknown',
            `${listed(unknown, 40)} ${were(unknown)} not read: not known here. Look in the file`,
            entity.place,
          ),
        ]
      : []),
  ];
}

function reasonFor(type: string, name: string): string | undefined {
  const known = mapping.notKept.find((row) => row.type === type && row.name === name);
  if (known) return known.why;
  return rowsOf(type).some((row) => row.name === name)
    ? 'there is no field for it with this person'
    : undefined;
}

function linksLeft(entity: Entity, report: Report, { read }: Notes): readonly Issue[] {
  return entity.links
    .filter(({ place }) => !read.has(place))
    .map(({ name, place, to }) =>
      report.byId.has(to) || to === report.incident.key
        ? issueOf('link-unknown', `The link “${shown(name)}” was not read: not known here`, place)
        : issueOf(
            'link-broken',
            `The link “${shown(name)}” points to something that is not in the file`,
            place,
          ),
    );
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '';
}

function were(list: readonly string[]): string {
  return list.length === 1 ? 'was' : 'were';
}
