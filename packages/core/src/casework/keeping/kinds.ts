/** The subject, and the kinds that decide how long its records are kept. */
import { civilDay } from '../../shared/civil-day.js';
import { happened, later, notedPart, part } from '../act/happened.js';
import type { KindRows } from '../act/kind-row.js';
import { areaWordsBy } from '../area/area-fit.js';
import { subjects } from '../person/list-rows.js';
import { requestDue } from './ask-colleague.js';
import { noticeDue } from './correction.js';
import { holdDue } from './hold.js';
import { retentionDue, retentionReviewDue } from './retention-due.js';

export const KEEPING_KINDS = {
  subject: {
    due: retentionDue,
    happened: ({ value }, label) => [
      ...value.categories.flatMap(({ category, from, until }, nth) =>
        part('Category', label('subject-category', category), 'categories', nth, from, until),
      ),
      ...value.addresses.flatMap(({ lines, notedOn, until }, nth) =>
        notedPart('Address', lines.replace(/\s*\n\s*/g, ', '), 'addresses', nth, notedOn, until),
      ),
      ...(value.areas ?? []).flatMap(({ notedOn, until, ...area }, nth) =>
        notedPart('Area', areaWordsBy(area, label), 'areas', nth, notedOn, until),
      ),
      ...value.schools.flatMap(({ name, notedOn, until }, nth) =>
        notedPart('School or employer', name, 'schools', nth, notedOn, until),
      ),
      ...(value.ended ?? []).map(({ value: words, until }, nth) => ({
        ...happened(until, words, `ended[${nth}]`),
        title: 'No longer in use',
      })),
    ],
    diary: 'each',
    activeOn: ({ createdAt }) => civilDay(createdAt),
    list: { name: 'subjects', projection: subjects },
  },
  hold: {
    due: holdDue,
    happened: ({ value: { from, liftedOn, reason } }, label) => {
      const words = label('hold-reason', reason);
      return [happened(from, words), ...later(liftedOn, `${words}, lifted`, 'lifted')];
    },
    diary: 'each',
    activeOn: 'no-day',
  },
  retention: {
    due: 'nothing',
    happened: ({ value: { decidedOn, group } }, label) => [
      happened(decidedOn, label('retention-group', group)),
    ],
    diary: 'each',
    activeOn: 'no-day',
  },
  retentionReview: {
    due: retentionReviewDue,
    happened: ({ value: { reviewedOn, outcome } }, label) => [
      happened(reviewedOn, label('retention-outcome', outcome)),
    ],
    diary: 'each',
    activeOn: 'no-day',
  },
  colleagueRequest: {
    due: requestDue,
    happened: ({ value: { askedOn, kind, toName, answer, answeredOn } }, label) => {
      const words = `${label('request-kind', kind)}, asked of ${toName}`;
      const said =
        answer === undefined ? 'answered' : label('request-answer', answer).toLowerCase();
      return [happened(askedOn, words), ...later(answeredOn, `${words}, ${said}`, 'answered')];
    },
    diary: 'each',
    activeOn: 'no-day',
  },
  sharingPermission: {
    due: 'nothing',
    happened: ({ value: { permittedOn, wayOut, endedOn } }, label) => {
      const words = label('way-out', wayOut);
      return [happened(permittedOn, words), ...later(endedOn, `${words}, ended`, 'ended')];
    },
    diary: 'none',
    activeOn: 'no-day',
  },
  attachment: {
    due: 'nothing',
    // The name of a file is left out here: it may name somebody else.
    happened: ({ value: { receivedOn, what } }, label) => [
      happened(receivedOn, label('attachment-kind', what)),
    ],
    diary: 'none',
    activeOn: 'no-day',
  },
  correctionNotice: {
    due: noticeDue,
    happened: ({ value: { madeOn, recipient, toldOn } }) => [
      happened(madeOn, `to ${recipient}`),
      ...later(toldOn, `to ${recipient}, told`, 'told'),
    ],
    diary: 'each',
    activeOn: 'no-day',
  },
} as const satisfies Partial<KindRows>;
