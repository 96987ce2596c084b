/**
 * The parts that each person has in a report: the person reported, the reporter, a relation of theirs. Never guessed.
 */
import type { Entity, Link, Report } from './entity.js';
import { issueOf, listed } from './issue.js';
import { isRelation, mapping, type RoleRow, relationWords, roleOf } from './mapping.js';
import type { Notes } from './take.js';

export interface Part {
  readonly person: Entity;
  readonly as: RoleRow['as'];
  /** Prefix of the names of their attributes on the draft. */
  readonly label: string;
  /** Relationship to the person reported; empty if the file does not give one. */
  readonly relationship: string;
  /** Place of that statement in the file. */
  readonly place: string;
  /** The person at the other end of the relationship, if the file reports several. */
  readonly toward?: Entity;
}

/** The parts in the order of the file; a person may have several, and each has at least one. */
export function partsIn(report: Report, notes: Notes): readonly Part[] {
  const people = report.included.filter(({ type }) => type === 'person');
  const fromIncident = new Map<Entity | undefined, Link[]>();
  for (const link of report.incident.links) {
    const to = report.byId.get(link.to);
    fromIncident.set(to, [...(fromIncident.get(to) ?? []), link]);
  }
  const roles = people.flatMap((person) =>
    rolesOf(person, fromIncident.get(person) ?? [], report, notes),
  );
  const subjects = new Set(roles.filter(({ as }) => as === 'subject').map(({ person }) => person));
  const relations = people.flatMap((person) => relationsOf(person, subjects, report, notes));
  const known = new Set([...roles, ...relations].map(({ person }) => person));
  const unknown = people
    .filter((person) => !known.has(person))
    .map((person): Part => {
      notes.issues.push(
        issueOf(
          'role-unknown',
          'The file does not say what part this person plays. They are offered as a related person: say who they are, or leave them',
          person.place,
        ),
      );
      return { person, as: 'related', label: 'person', relationship: '', place: person.place };
    });
  return [...roles, ...relations, ...unknown];
}

/** A person's roles in the incident, in whichever direction the link points. */
function rolesOf(
  person: Entity,
  named: readonly Link[],
  report: Report,
  notes: Notes,
): readonly Part[] {
  const { incident } = report;
  const found = [...named, ...person.links.filter(({ to }) => to === incident.key)].flatMap(
    (link): readonly { link: Link; role: RoleRow }[] => {
      const role = roleOf(link.name);
      if (!role) return [];
      notes.read.add(link.place);
      return [{ link, role }];
    },
  );
  const owners = new Set(found.map(({ role }) => role.as));
  // A reporter, or a person reported, is not offered a second time as one of the people around the subject.
  if (owners.size > 1 && owners.delete('related'))
    notes.issues.push(
      issueOf(
        'role-several',
        `This person has several parts in the report: ${listed(found.map(({ link }) => link.name))}. Check that they are under the right one`,
        person.place,
      ),
    );
  return [...owners].flatMap((as) => {
    const first = found.find(({ role }) => role.as === as);
    if (!first) return [];
    const { label } = first.role;
    const relationship = as === 'related' ? label : '';
    return [{ person, as, label, relationship, place: first.link.place }];
  });
}

/** Relationships of others to this person, and of this person to a person reported. */
function relationsOf(
  person: Entity,
  subjects: ReadonlySet<Entity>,
  report: Report,
  notes: Notes,
): readonly Part[] {
  return person.links.flatMap((link): readonly Part[] => {
    const other = report.byId.get(link.to);
    if (other?.type !== 'person' || other === person || !isRelation(link.name)) return [];
    if (subjects.has(person)) {
      notes.read.add(link.place);
      const isUnknown = link.name === mapping.relations.unknown;
      const relationship = isUnknown ? '' : relationWords(link.name);
      const { place } = link;
      return [
        {
          person: other,
          as: 'related',
          label: relationWords(link.name),
          relationship,
          place,
          toward: person,
        },
      ];
    }
    if (!subjects.has(other)) return [];
    notes.read.add(link.place);
    notes.issues.push(
      issueOf(
        'relationship-other-way',
        `The file says what the person reported is to this one (“${relationWords(link.name)}”), and not the other way round. Enter what this person is to them`,
        link.place,
      ),
    );
    return [
      {
        person,
        as: 'related',
        label: 'person',
        relationship: '',
        place: link.place,
        toward: other,
      },
    ];
  });
}
