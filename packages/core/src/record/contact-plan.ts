/**
 * The best ways to meet somebody: the name they like, their needs, things to avoid. A separate record, so that it can
 * be printed and read on a doorstep without the reason for the police visit.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line, Narrative, PlainDate } from '../shared/primitives.js';
import { type FieldMetadata, field } from './field.js';
import { ownId, refersTo } from './reference.js';

/** Fields that are sensitive data: about health or identity. Stored under a condition (DPA 2018 s.35(8)). */
export const SENSITIVE_PLAN_FIELDS = ['pronouns', 'communication', 'sensory'] as const;

const words = (label: string, hint: string, also: Partial<FieldMetadata> = {}) =>
  v.optional(
    field(Narrative, { label, hint, input: 'narrative', sensitivity: 'personal', ...also }),
  );

export const ContactPlan = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  preferredName: v.optional(field(Line, { label: 'Preferred name', sensitivity: 'personal' })),
  pronouns: v.optional(
    field(Line, { label: 'Pronouns', hint: 'Only if they gave them', sensitivity: 'special' }),
  ),
  communication: words(
    'Communication needs',
    'For example short sentences, time to answer, an interpreter',
    { sensitivity: 'special' },
  ),
  sensory: words('Sensory needs', 'For example noise, light, touch', { sensitivity: 'special' }),
  condition: v.optional(
    field(codeList('processing-condition'), {
      label: 'Condition under which pronouns and needs are held',
      hint: 'They are sensitive data',
    }),
  ),
  whyNecessary: words('Why it is strictly necessary', 'What would go wrong without it'),
  supporter: words('Supporter', 'Who helps them with contact, and how to reach them'),
  avoid: words('What to avoid', 'Words, subjects or situations that make things harder'),
  bestTimes: words('Best times', 'And times that do not suit'),
  bestWays: v.optional(
    field(v.array(codeList('intervention-mode')), { label: 'Best ways to make contact' }),
  ),
  safeContact: words('Safe contact', 'Who may answer, and what may be said to them', {
    called: 'what is safe when making contact',
  }),
  loneWorker: words('For the officer’s own safety', 'Dogs, parking, a second officer, signal', {
    called: 'what the officer needs for their own safety',
  }),
  reviewedOn: field(PlainDate, { label: 'Last looked over on', input: 'date', set: 'by-toolkit' }),
});
export type ContactPlan = v.InferOutput<typeof ContactPlan>;
