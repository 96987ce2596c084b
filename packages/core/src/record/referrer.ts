/** The person who brought the subject to the team. */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId } from './reference.js';

export const Referrer = v.strictObject({
  id: ownId(),
  kind: v.optional(field(codeList('referrer-type'), { label: 'Kind of referrer' })),
  name: v.optional(field(Line, { label: 'Name', sensitivity: 'personal' })),
  organisation: v.optional(field(Line, { label: 'Organisation' })),
  role: v.optional(field(Line, { label: 'Role' })),
  phone: v.optional(
    field(Line, { label: 'Telephone', called: 'a telephone number', sensitivity: 'personal' }),
  ),
  email: v.optional(
    field(Line, { label: 'Email address', called: 'an email address', sensitivity: 'personal' }),
  ),
});
export type Referrer = v.InferOutput<typeof Referrer>;
