/**
 * What each kind of record says has happened, and on which day. A kind that says nothing here does not compile: nothing that
 * has a day can be left out of the chronology by being forgotten.
 */
import { type CodeLists, codeLabel } from '../../codes/code-list.js';
import { writtenGrade } from '../../record/grade.js';
import { RECORD_LABELS, type RecordKind } from '../../record/kind.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/port.js';

export interface TimelineEvent {
  readonly on: PlainDate;
  /** In words; empty where the name of the kind says it all. */
  readonly words: string;
  /** Which of several things that one record says, such as `lifted`; empty for the thing that it is. */
  readonly what: string;
  /** The part of the record that says so, where its source is one of its own: `addresses[0]`. */
  readonly path?: string;
  /** In place of the name of the kind. */
  readonly title?: string;
}

type Label = (list: string, code: string) => string;
type EventsOf<K extends RecordKind> = (
  record: StoredRecord<K>,
  label: Label,
) => readonly TimelineEvent[];

const happened = (on: PlainDate, words = '', what = ''): TimelineEvent => ({ on, words, what });
const later = (on: PlainDate | undefined, words: string, what: string): readonly TimelineEvent[] =>
  on === undefined ? [] : [happened(on, words, what)];

/** `no-day`: a person or a secret, which is not something that happened. */
const EVENTS: { readonly [K in RecordKind]: EventsOf<K> | 'no-day' } = {
  subject: ({ value }, label) => [
    ...value.categories.flatMap(({ category, from, until }, nth) =>
      part('Category', label('subject-category', category), 'categories', nth, from, until),
    ),
    ...value.addresses.flatMap(({ lines, notedOn, until }, nth) =>
      part('Address', lines.replace(/\s*\n\s*/g, ', '), 'addresses', nth, notedOn, until),
    ),
    ...value.schools.flatMap(({ name, notedOn, until }, nth) =>
      part('School or employer', name, 'schools', nth, notedOn, until),
    ),
    ...(value.ended ?? []).map(({ value: words, until }, nth) => ({
      ...happened(until, words, `ended[${nth}]`),
      title: 'No longer in use',
    })),
  ],
  relatedPerson: ({ value: { name, relationship, roles = [] } }, label) =>
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
  referral: ({ value: { receivedOn, reference, status } }, label) => [
    happened(
      receivedOn,
      [reference, label('referral-status', status).toLowerCase()].filter(Boolean).join(', '),
    ),
  ],
  referrer: 'no-day',
  onlineIdentifier: ({ value: { firstSeenOn, lastSeenOn, platform, asSeen } }, label) => {
    const words = platform ? `${asSeen} (${label('online-platform', platform)})` : asSeen;
    const again = lastSeenOn === firstSeenOn ? undefined : lastSeenOn;
    return [happened(firstSeenOn, words), ...later(again, `${words}, noted again`, 'again')];
  },
  sourceCapture: ({ value: { capturedAt, system } }) => [happened(dayOf(capturedAt), system)],
  intervention: ({ value: { heldOn, kind, minutes, corrects } }, label) => {
    const correction = corrects === undefined ? '' : ' (corrects an earlier entry)';
    return [
      happened(heldOn, `${label('intervention-kind', kind)}, ${minutes} minutes${correction}`),
    ];
  },
  decision: ({ value: { decidedOn, outcome } }, label) => [
    happened(decidedOn, label('decision-outcome', outcome)),
  ],
  // What a note says is not told here: it is opened to be read.
  intelligenceNote: ({ value: { intelligenceOn, grade }, createdAt }) => [
    happened(intelligenceOn ?? dayOf(createdAt), writtenGrade(grade)),
  ],
  hold: ({ value: { from, liftedOn, reason } }, label) => {
    const words = label('hold-reason', reason);
    return [happened(from, words), ...later(liftedOn, `${words}, lifted`, 'lifted')];
  },
  // What it says is opened to be read; that it was raised, told, added to and closed is all here.
  safeguardingConcern: ({ value, createdAt }, label) => {
    const { riskNow, told, toldAt, additions = [], closedOn } = value;
    const whom = (codes: readonly string[] = []) =>
      codes
        .filter((code) => code !== 'nobody-yet')
        .map((code) => label('safeguarding-told', code))
        .join('; ');
    const first = whom(told);
    return [
      happened(dayOf(createdAt), label('risk-now', riskNow)),
      ...(first === '' ? [] : later(dayOf(toldAt ?? createdAt), `told: ${first}`, 'told')),
      ...additions.map((each, nth) => {
        const more = whom(each.told);
        const risk = each.riskNow === undefined ? '' : label('risk-now', each.riskNow);
        const words = [risk, more && `told: ${more}`].filter(Boolean).join(', ');
        return happened(
          dayOf(each.addedAt),
          words === '' ? 'added to' : `added to, ${words}`,
          `additions[${nth}]`,
        );
      }),
      ...later(closedOn, 'closed', 'closed'),
    ];
  },
  comparison: ({ value: { comparedOn, answer } }, label) => [
    happened(comparedOn, label('comparison-answer', answer)),
  ],
  writeBack: ({ value: { givenAt, ofKind, system, reference } }) => {
    const words = `${RECORD_LABELS[ofKind].one.toLowerCase()}, ${system}`;
    return [happened(dayOf(givenAt), reference === undefined ? words : `${words}, ${reference}`)];
  },
  enquiry: ({ value: { receivedOn, route, repliedOn } }, label) => {
    const words = label('referral-route', route);
    return [happened(receivedOn, words), ...later(repliedOn, `${words}, replied`, 'replied')];
  },
  identification: ({ value: { identifiedOn } }) => [happened(identifiedOn)],
  promise: ({ value: { kind, to, madeOn, settled, settledOn } }, label) => {
    const words = `${label('promise-kind', kind)}, to: ${label('promise-to', to).toLowerCase()}`;
    const end = settled === 'kept' ? 'kept' : 'not kept';
    return [happened(madeOn, words), ...later(settledOn, `${words}, ${end}`, 'settled')];
  },
  refusal: ({ value: { refusedOn, reasonCodes } }, label) => [
    happened(refusedOn, reasonCodes.map((code) => label('decision-reason', code)).join('; ')),
  ],
  assessment: ({ value: { assessedOn, instrumentTitle, signedAt } }) => [
    happened(
      assessedOn,
      signedAt === undefined ? `${instrumentTitle}, not signed` : instrumentTitle,
    ),
  ],
  rating: ({ value: { committedAt } }) => [happened(dayOf(committedAt))],
  // Its answers are sealed; that it was made is in the rating.
  sealedRating: 'no-day',
  retention: ({ value: { decidedOn, group } }, label) => [
    happened(decidedOn, label('retention-group', group)),
  ],
  retentionReview: ({ value: { reviewedOn, outcome } }, label) => [
    happened(reviewedOn, label('retention-outcome', outcome)),
  ],
  colleagueRequest: ({ value: { askedOn, kind, toName, answer, answeredOn } }, label) => {
    const words = `${label('request-kind', kind)}, asked of ${toName}`;
    const said = answer === undefined ? 'answered' : label('request-answer', answer).toLowerCase();
    return [happened(askedOn, words), ...later(answeredOn, `${words}, ${said}`, 'answered')];
  },
  correctionNotice: ({ value: { madeOn, recipient, toldOn } }) => [
    happened(madeOn, `to ${recipient}`),
    ...later(toldOn, `to ${recipient}, told`, 'told'),
  ],
  // Not of one person: an incident joins a chronology only where it names the subject.
  advice: ({ value: { givenOn, followedUpOn } }) => [
    happened(givenOn),
    ...later(followedUpOn, 'followed up', 'followed-up'),
  ],
  incident: ({ value: { happenedOn, place } }) => [happened(happenedOn, place)],
  plan: ({ value: { madeOn, agreedOn, endedOn, ended } }, label) => {
    const end = ended === undefined ? 'ended' : label('plan-end', ended).toLowerCase();
    return [
      happened(madeOn, 'made'),
      ...later(agreedOn, 'agreed with the young person', 'agreed'),
      ...later(endedOn, end, 'ended'),
    ];
  },
  objective: ({ value: { objective, result, closedOn } }, label) => {
    if (result === undefined) return [];
    const end = label('objective-result', result).toLowerCase();
    return later(closedOn, `${objective}, ${end}`, 'closed');
  },
  planReview: ({ value: { heldOn } }) => [happened(heldOn)],
  session: ({ value: { arrangedFor, kind, attendance } }, label) => {
    const came =
      attendance === undefined ? 'arranged' : label('attendance', attendance).toLowerCase();
    return [happened(arrangedFor, `${label('intervention-kind', kind)}, ${came}`)];
  },
  ceaseAndDesist: ({ value: { servedOn, how, notice } }, label) => [
    happened(servedOn, `${notice}, served ${label('notice-service', how).toLowerCase()}`),
  ],
  noticeBreach: ({ value: { notedOn, happenedOn, toldOn } }) => [
    happened(happenedOn ?? notedOn, 'noted'),
    ...later(toldOn, 'told', 'told'),
  ],
  stopCard: ({ value: { saidAt, where, toldOn } }, label) => [
    happened(dayOf(saidAt), label('admission-setting', where)),
    ...later(toldOn, 'the officer in the case was told', 'told'),
  ],
  contactCheck: ({ value: { from, acknowledged, liftedOn } }) => [
    happened(from, 'check with investigations before contact'),
    ...acknowledged.map(({ name, at }, nth) =>
      happened(dayOf(at), `read by ${name}`, `acknowledged[${nth}]`),
    ),
    ...later(liftedOn, 'lifted', 'lifted'),
  ],
  contactPlan: ({ value: { reviewedOn } }) => [happened(reviewedOn, 'last looked over')],
  participation: ({ value: { saidOn, answer, saidBy, withdrawnOn } }, label) => {
    const who = label('participation-by', saidBy).toLowerCase();
    return [
      happened(saidOn, `${label('participation-answer', answer)}, said by: ${who}`),
      ...later(withdrawnOn, 'withdrawn', 'withdrawn'),
    ];
  },
  processingBasis: ({ value: { from, until, lawfulBasis } }, label) => {
    const words = label('lawful-basis', lawfulBasis);
    return [happened(from, words), ...later(until, `${words}, ended`, 'ended')];
  },
  telling: ({ value: { on, whom, wasTold } }, label) => [
    happened(on, `${label('told-whom', whom)}, ${wasTold === 'told' ? 'told' : 'not told'}`),
  ],
  order: ({ value }, label) => {
    const { kind, advisedOn, answeredOn, answer, givenOn, endedOn, ended, outcomeOn, outcome } =
      value;
    const words = label('order-kind', kind);
    const said = (list: string, code: string | undefined) =>
      code === undefined ? words : `${words}, ${label(list, code).toLowerCase()}`;
    return [
      ...later(advisedOn, `${words}, advised`, 'advised'),
      ...(answer === 'not-given' ? later(answeredOn, `${words}, not given`, 'answered') : []),
      ...later(givenOn, `${words}, given`, 'given'),
      ...later(endedOn, said('order-end', ended), 'ended'),
      ...later(
        value.proposedOn,
        `${said('home-office-outcome', value.proposedOutcome)}, proposed`,
        'proposed',
      ),
      ...later(outcomeOn, said('home-office-outcome', outcome), 'outcome'),
      ...later(value.interviewOn, said('interview-offer', value.interview), 'interview'),
    ];
  },
  // What a condition asks is opened to be read.
  condition: ({ value: { certifiedOn, takenOutOn } }) => [
    ...later(certifiedOn, 'certified', 'certified'),
    ...later(takenOutOn, 'taken out', 'taken-out'),
  ],
  conditionEvidence: ({ value: { notedOn, happenedOn, shows, toldOn } }, label) => [
    happened(happenedOn ?? notedOn, label('evidence-shows', shows)),
    ...later(toldOn, 'whoever decides was told', 'told'),
  ],
  agencyContact: ({ value: { contactOn, agency } }, label) => [
    happened(contactOn, label('agency', agency)),
  ],
  monitoring: ({ value: { from, tier, endedOn } }, label) => {
    const words = label('activity-tier', tier);
    return [happened(from, words), ...later(endedOn, `${words}, ended`, 'ended')];
  },
  offendingCheck: ({ value: { checkedOn, point, result } }, label) => [
    happened(
      checkedOn,
      `${label('check-point', point)}, ${label('check-result', result).toLowerCase()}`,
    ),
  ],
  panel: ({ value: { meetsOn, panel } }) => [happened(meetsOn, panel)],
};

/** What the record says has happened. */
export function eventsOf(record: StoredRecord, lists: CodeLists): readonly TimelineEvent[] {
  return told(record, (list, code) => codeLabel(lists, list, code));
}

function told<K extends RecordKind>(
  record: StoredRecord<K>,
  label: Label,
): readonly TimelineEvent[] {
  const events: EventsOf<K> | 'no-day' = EVENTS[record.kind];
  return events === 'no-day' ? [] : events(record, label);
}

/** An entry of a list of a record, which begins and may end. */
function part(
  title: string,
  words: string,
  list: string,
  nth: number,
  from: PlainDate,
  until: PlainDate | undefined,
): readonly TimelineEvent[] {
  const path = `${list}[${nth}]`;
  return [
    { ...happened(from, words, path), path, title },
    ...later(until, `${words}, until this day`, `${path}.until`).map((event) => ({
      ...event,
      path,
      title,
    })),
  ];
}

function dayOf(at: string): PlainDate {
  return at.slice(0, 10) as PlainDate;
}
