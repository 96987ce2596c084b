/** Details of a person other than the subject record itself, as the desk shows them. */
import { civilDay } from '../../shared/civil-day.js';
import { happened, later, noted, part } from '../act/happened.js';
import type { KindRows } from '../act/kind-row.js';
import { shownOffence } from '../act/offence-state.js';
import { contactCheckDue } from './contact-check.js';
import { identifiers, identifierWords } from './identifier/list-rows.js';
import { identifierDue } from './identifier/nobody-identifier.js';
import { offenceHappened } from './offence/offence-happened.js';
import { participationDue } from './participation.js';

export const PERSON_KINDS = {
  relatedPerson: {
    due: 'nothing',
    happened: ({ value: { name, relationship, roles = [] } }, label) =>
      roles.flatMap(({ role, from, until }, nth) => {
        const who = name ?? relationship ?? 'Not named';
        return part(
          'Related person',
          `${who}, ${label('person-role', role).toLowerCase()}`,
          'roles',
          nth,
          from,
          until,
        );
      }),
    diary: 'none',
    activeOn: 'no-day',
  },
  onlineIdentifier: {
    due: identifierDue,
    happened: ({ value }, label) => {
      const { firstSeenOn, lastSeenOn, endedOn } = value;
      const words = identifierWords(value, label);
      const again = lastSeenOn === firstSeenOn ? undefined : lastSeenOn;
      const seen = [
        happened(firstSeenOn, `${words}, noted`),
        ...later(again, `${words}, noted again`, 'again'),
      ];
      return [...seen, ...later(endedOn, `${words}, found not to be theirs`, 'ended')].map(noted);
    },
    diary: 'each',
    activeOn: 'no-day',
    list: { name: 'identifiers', projection: identifiers },
  },
  offence: {
    due: 'nothing',
    happened: offenceHappened,
    shown: (record, subject) => ({ ...record, value: shownOffence(record.value, subject?.value) }),
    diary: 'none',
    activeOn: 'no-day',
    // A search would show one status without those that came after it.
    found: 'place',
  },
  comparison: {
    due: 'nothing',
    happened: ({ value: { comparedOn, answer } }, label) => [
      happened(comparedOn, label('comparison-answer', answer)),
    ],
    diary: 'none',
    activeOn: 'no-day',
  },
  contactCheck: {
    due: contactCheckDue,
    happened: ({ value: { from, acknowledged, liftedOn } }) => [
      happened(from, 'check with investigations before contact'),
      ...acknowledged.map(({ name, at }, nth) =>
        happened(civilDay(at), `read by ${name}`, `acknowledged[${nth}]`),
      ),
      ...later(liftedOn, 'lifted', 'lifted'),
    ],
    diary: 'each',
    activeOn: 'no-day',
  },
  contactPlan: {
    due: 'nothing',
    happened: ({ value: { reviewedOn } }) => [happened(reviewedOn, 'last looked over')],
    diary: 'none',
    activeOn: 'no-day',
  },
  participation: {
    due: participationDue,
    happened: ({ value: { saidOn, answer, saidBy, withdrawnOn } }, label) => {
      const who = label('participation-by', saidBy).toLowerCase();
      return [
        happened(saidOn, `${label('participation-answer', answer)}, said by: ${who}`),
        ...later(withdrawnOn, 'withdrawn', 'withdrawn'),
      ];
    },
    diary: 'each',
    activeOn: 'no-day',
  },
  processingBasis: {
    due: 'nothing',
    happened: ({ value: { from, until, lawfulBasis } }, label) => {
      const words = label('lawful-basis', lawfulBasis);
      return [happened(from, words), ...later(until, `${words}, ended`, 'ended')];
    },
    diary: 'none',
    activeOn: 'no-day',
  },
  telling: {
    due: 'nothing',
    happened: ({ value: { on, whom, wasTold } }, label) => [
      happened(on, `${label('told-whom', whom)}, ${wasTold === 'told' ? 'told' : 'not told'}`),
    ],
    diary: 'none',
    activeOn: 'no-day',
  },
} as const satisfies Partial<KindRows>;
