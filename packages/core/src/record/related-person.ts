/** Somebody around the subject: a parent, a friend, a teacher. A third party, so nothing is taken by default. */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line } from '../shared/primitives.js';
import { field } from './field.js';
import { emails, phones } from './reached-by.js';
import { ownId, refersTo } from './reference.js';
import { from, until } from './time-span.js';

/**
 * The role of somebody for the subject, from a day. Each role is recorded separately: a parent is not automatically an
 * appropriate adult, and a supporter is neither.
 */
export const DatedRole = v.strictObject({
  role: field(codeList('person-role'), { label: 'Role' }),
  from,
  until,
});

export const RelatedPerson = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  name: v.optional(field(Line, { label: 'Name', sensitivity: 'personal' })),
  /** The words of the page or the officer; the code is set once somebody has chosen one. */
  relationship: v.optional(
    field(Line, { label: 'Relationship to the subject', sensitivity: 'personal' }),
  ),
  relationshipKind: v.optional(field(codeList('relationship'), { label: 'Kind of relationship' })),
  roles: v.optional(
    field(v.array(DatedRole), {
      label: 'Roles',
      hint: 'Choose appropriate adult for anyone who acts as one, even if they have another role',
    }),
  ),
  phones,
  emails,
});
export type RelatedPerson = v.InferOutput<typeof RelatedPerson>;
