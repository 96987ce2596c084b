/**
 * The refusal of a referral after a name was given, and the decision about the stored records. Only codes, dates and
 * our own ids: no field accepts text about the person, so that it may remain when everything else is disposed of.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

export const Refusal = v.strictObject({
  id: ownId(),
  /** The referral that was refused; no longer held once it is disposed of. */
  referralId: refersTo('referral', 'Referral'),
  enquiryId: v.optional(refersTo('enquiry', 'Enquiry')),
  route: v.optional(field(codeList('referral-route'), { label: 'Who asked' })),
  refusedOn: field(PlainDate, {
    label: 'Refused on',
    called: 'the date of the refusal',
    input: 'date',
  }),
  reasonCodes: field(v.array(codeList('decision-reason')), { label: 'Reasons' }),
  handling: field(v.picklist(['dispose', 'keep'], 'Select whether to dispose now or to keep'), {
    label: 'What happens to what is held',
    input: 'choice',
  }),
  /** Day of the next decision, with `keep`. The decision record gives the reason. */
  keepUntil: v.optional(
    field(PlainDate, {
      label: 'Keep until',
      called: 'the date until which it is kept',
      input: 'date',
      horizon: 'retention',
    }),
  ),
});
export type Refusal = v.InferOutput<typeof Refusal>;
