/** Somebody around the subject: a parent, a friend, a teacher. A third person, so nothing is taken by default. */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

export const RelatedPerson = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  name: v.optional(field(Line, { label: 'Name', sensitivity: 'personal' })),
  /** As the page or the officer put it; the code is set when somebody has chosen one. */
  relationship: v.optional(
    field(Line, { label: 'Relationship to the subject', sensitivity: 'personal' }),
  ),
  relationshipKind: v.optional(field(codeList('relationship'), { label: 'Kind of relationship' })),
  phones: field(v.array(Line), { label: 'Telephone', sensitivity: 'personal' }),
  emails: field(v.array(Line), { label: 'E-mail address', sensitivity: 'personal' }),
});
export type RelatedPerson = v.InferOutput<typeof RelatedPerson>;
