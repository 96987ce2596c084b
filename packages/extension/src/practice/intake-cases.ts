/** Cases at the door: enquiries, referrals in every state, people whom officers identified, and one let go. */
import {
  addCategory,
  addDetail,
  attachIdentity,
  checkSuitability,
  decideEnquiry,
  decideIdentification,
  decideReferral,
  disposalReference,
  endDetail,
  fileReferral,
  goesWith,
  identifyPerson,
  logAdvice,
  makePromise,
  noteReply,
  recordTelling,
  refuseReferral,
  takeEnquiry,
} from '@cyber-prevent/core';
import { type CaseDesk, settled } from './case-desk.js';
import { bornOn, contactOf, personOf } from './person.js';

/** Two referrals that wait for a decision: one that came the day before yesterday, one that has waited too long. */
export async function waitingReferrals(desk: CaseDesk): Promise<void> {
  await desk.files('fresh', 2);
  await desk.files('overdue', 21);
}

/** A referral that was accepted: the family knows, and the referrer was promised to hear. */
export async function promisedReferral(desk: CaseDesk): Promise<void> {
  const { subject, referral } = await desk.accepts('promised', 9);
  const on = await desk.get('referral', referral);
  const feedback = { kind: 'feedback', to: 'referrer', madeOn: desk.day(-7), dueOn: desk.day(1) };
  await desk.keep(makePromise(feedback, { ...desk.context, on }));
  const told = {
    whom: 'parent-carer',
    name: 'Blessing Okorie',
    wasTold: 'told' as const,
    what: 'That the team was asked to look, and that taking part is voluntary.',
    on: desk.day(-6),
    means: 'telephone',
    by: desk.officer.name,
  };
  await desk.keep(recordTelling(told, await desk.on(subject)));
  // The family moved from one council to the next.
  const source = {
    statement: 'reported',
    toldBy: told.name,
    toldAt: desk.moment(-6),
    means: 'Telephone call',
  } as const;
  for (const [localAuthority, noted, until] of [
    ['E10000014', -400, -60],
    ['E06000045', -6, undefined],
  ] as const) {
    const area = { forceArea: '44', localAuthority };
    const detail = { detail: 'areas', area, notedOn: desk.day(noted), ...source } as const;
    await desk.keep(addDetail(detail, await desk.on(subject)));
    if (until !== undefined)
      await desk.keep(
        endDetail({ detail: 'areas', place: 0, until: desk.day(until) }, await desk.on(subject)),
      );
  }
}

/** Referrals that were put off, declined and sent elsewhere. */
export async function refusedReferrals(desk: CaseDesk): Promise<void> {
  const deferred = await desk.files('deferred', 12);
  await desk.keep(
    decideReferral(
      {
        outcome: 'more-information',
        reason: 'Ask the school how the accounts are entered.',
        decidedOn: desk.day(-10),
      },
      { ...desk.context, referral: await desk.get('referral', deferred.referral) },
    ),
  );
  const declined = await desk.files('declined', 25);
  const kept = {
    outcome: 'decline',
    reasonCodes: ['not-cyber-dependent'],
    decidedOn: desk.day(-20),
    handling: 'keep' as const,
    keepUntil: desk.day(340),
    keptBecause: 'The college may ask about the decision within the school year.',
  };
  const referral = await desk.get('referral', declined.referral);
  await desk.keep(refuseReferral(kept, { ...desk.context, referral, records: await desk.all() }));
  const elsewhere = await desk.files('signposted', 15);
  await desk.keep(
    decideReferral(
      {
        outcome: 'signpost',
        reason: 'His mother was told which competitions the programme knows.',
        decidedOn: desk.day(-11),
      },
      { ...desk.context, referral: await desk.get('referral', elsewhere.referral) },
    ),
  );
}

/** A child under ten, who is suspected of nothing; and somebody known by no name. */
export async function unusualReferrals(desk: CaseDesk): Promise<void> {
  const child = await desk.accepts('under-ten', 8);
  const at = { category: 'at-risk', from: desk.day(-6) };
  await desk.keep(addCategory(at, await desk.on(child.subject)));
  await desk.files('unnamed', 5);
}

/** Two people of one name: the second was compared with the first, and is somebody else. */
export async function namesakes(desk: CaseDesk): Promise<void> {
  const first = await desk.accepts('namesake', 30);
  const draft = desk.draftOf(personOf('other-namesake'), desk.day(-13));
  const why = 'Another date of birth, another school and another parent.';
  await desk.save(
    fileReferral(draft, {
      ...desk.context,
      officer: desk.reviewer,
      compared: [{ other: first.subject, answer: 'not-same', why }],
    }),
  );
}

/** Somebody at the edge of another case who waits for a decision, and somebody who was referred. */
export async function identifiedPeople(desk: CaseDesk): Promise<void> {
  const { gates } = desk.context;
  for (const [key, daysAgo] of [
    ['identified', 6],
    ['identified-referred', 16],
  ] as const) {
    const person = personOf(key);
    const who = {
      name: person.name,
      bornOn: bornOn(person, desk.today),
      aliases: [],
      schools: [{ name: contactOf(person).name, notedOn: desk.day(-daysAgo) }],
    };
    const input = {
      ...gates,
      identifiedOn: desk.day(-daysAgo),
      source: person.narrative,
      necessityWhy: 'An early word may keep them out of it.',
    };
    await desk.keep(identifyPerson(input, { ...desk.context, who }));
  }
  const identification = await desk.last('identification');
  const decision = {
    outcome: 'refer',
    reason: 'A first contact through the school is proportionate.',
    decidedOn: desk.day(-12),
  };
  const records = await desk.all();
  await desk.keep(decideIdentification(decision, { ...desk.context, identification, records }));
}

const ASKED = {
  open: 'A pupil in Year 9 has bought time on a stresser. Would you take this on?',
  refused: 'A pupil lends money at school and takes phones as a pledge. Is that for you?',
  named: 'A pupil built a keyboard logger from a kit and handed it in. Would you take this on?',
};

/** Three enquiries without a name: one open, one refused, and one whose form came back. */
export async function enquiries(desk: CaseDesk): Promise<void> {
  const takes = (asked: string, daysAgo: number, key: string) => {
    const { name, contact, role, phone, email } = contactOf(personOf(key));
    const referrer = { kind: 'school', name: contact, organisation: name, role, phone, email };
    return takeEnquiry(
      {
        riskNow: 'concern',
        receivedOn: desk.day(-daysAgo),
        route: 'school',
        means: 'email',
        asked: asked,
        referrer: referrer,
      },
      desk.context,
    );
  };
  const decides = async (outcome: string, code: string, daysAgo: number) => {
    const enquiry = await desk.last('enquiry');
    const words = { outcome, reasonCodes: [code], decidedOn: desk.day(-daysAgo) };
    await desk.keep(decideEnquiry(words, { ...desk.context, enquiry, decisions: [] }));
    return enquiry;
  };
  const replies = async (daysAgo: number) => {
    const enquiry = await desk.last('enquiry');
    const decision = await desk.last('decision');
    const on = { repliedOn: desk.day(-daysAgo) };
    await desk.keep(noteReply(on, { ...desk.context, enquiry, decision }));
  };
  await desk.keep(takes(ASKED.open, 1, 'fresh'));
  const suitability = [{ question: 'cyber-dependent', answer: 'yes' }];
  await desk.keep(
    checkSuitability(
      { suitability, tier: 'low-level' },
      {
        ...desk.context,
        enquiry: await desk.last('enquiry'),
      },
    ),
  );
  await desk.keep(takes(ASKED.refused, 18, 'declined'));
  await decides('decline', 'not-cyber-dependent', 16);
  await replies(15);
  await desk.keep(takes(ASKED.named, 22, 'from-enquiry'));
  const enquiry = await decides('accept', 'suitable', 20);
  await replies(19);
  const draft = desk.draftOf(personOf('from-enquiry'), desk.day(-14));
  const attached = attachIdentity(draft, {
    ...desk.context,
    officer: desk.reviewer,
    enquiry: await desk.get('enquiry', enquiry.id),
    decisions: [await desk.last('decision')],
    referrals: [],
  });
  await desk.save(attached);
}

/** Advice that was given to a school, about nobody. */
export async function advice(desk: CaseDesk): Promise<void> {
  const at = contactOf(personOf('fresh'));
  const given = {
    givenOn: desk.day(-4),
    askedBy: `${at.contact}, ${at.role}`,
    organisation: at.name,
    topic: 'law',
    asked: 'A pupil has bought time on a stresser. Is that against the law?',
    advice: 'It is. Keep what was seen, and send an enquiry without a name.',
    resources: ['Leaflet for schools'],
    followUpDueOn: desk.day(6),
  };
  await desk.keep(logAdvice(given, desk.context));
}

/** A referral about the wrong person: refused, and all of it destroyed. The refusal remains. */
export async function destroyedReferral(desk: CaseDesk): Promise<void> {
  const filed = await desk.files('destroyed', 28);
  const referral = await desk.get('referral', filed.referral);
  const records = await desk.all();
  const refusal = refuseReferral(
    {
      outcome: 'decline',
      reasonCodes: ['too-little-known'],
      decidedOn: desk.day(-24),
      handling: 'dispose',
      confirmed: disposalReference(referral, records),
    },
    {
      ...desk.context,
      referral,
      records,
      heldOnly: await desk.heldOnly(goesWith(referral, records)),
    },
  );
  await desk.keep(refusal);
  await desk.dispose(settled(refusal).dispose);
}
