/** Rows of the records that arrive and the decisions on them. */
import type { Instant, PlainDate, RecordId } from '../../shared/primitives.js';
import { firstWords } from '../../shared/shortened.js';
import { referralReferences } from '../act/case-root.js';
import type { ListProjection } from '../act/list-projection.js';
import { type OffenceCodes, offenceCodes } from '../act/offence-codes.js';
import { hasConditions } from '../handling/on-file.js';
import { joinedOrganisations } from '../organisation/list-rows.js';
import { type EnquiryState, enquiryState } from './enquiry-state.js';

export interface ReferralRow {
  readonly id: RecordId;
  readonly subjectId: RecordId;
  /** Absent if the subject is no longer held. */
  readonly name?: string;
  readonly otherNames: readonly string[];
  /** Its own reference comes first. */
  readonly references: readonly string[];
  readonly receivedOn: PlainDate;
  /** Moment of its record: it gives several of one day their order. */
  readonly createdAt: Instant;
  /** A code of `referral-status`. */
  readonly status: string;
  /** A code of `referral-route`. */
  readonly route?: string;
  /** A code of `force`. */
  readonly forceArea?: string;
  /** Sections and present statuses of the suspected offences recorded from it; absent if there are none. */
  readonly offences?: OffenceCodes;
  /** Organisations that the words of the referrer, and of the person's schools, are joined to. */
  readonly organisations?: readonly RecordId[];
  /** A code of `local-authority`. */
  readonly localAuthority?: string;
  /** True if conditions stand on it, on its referrer or on an offence recorded from it. */
  readonly isConditioned?: true;
}

export interface IdentifiedRow {
  readonly id: RecordId;
  readonly subjectId: RecordId;
  /** Absent if the subject is no longer held. */
  readonly name?: string;
  readonly otherNames: readonly string[];
  readonly reference?: string;
  readonly identifiedOn: PlainDate;
}

/** Codes and dates only: neither a refusal nor its row contains any text about the person. */
export interface RefusalRow {
  readonly id: RecordId;
  readonly refusedOn: PlainDate;
  /** Codes of `decision-reason`. */
  readonly reasonCodes: readonly string[];
  /** A code of `referral-route`. */
  readonly route?: string;
  readonly keepUntil?: PlainDate;
  /** True if the refused referral is still held. */
  readonly isHeld: boolean;
}

/** An enquiry names nobody, so neither does its row: its first words tell it from another of the same school. */
export interface EnquiryRow {
  readonly id: RecordId;
  readonly references: readonly string[];
  readonly receivedOn: PlainDate;
  readonly route: string;
  /** Organisation of the person who asks, or their name: two schools are two enquiries. */
  readonly asker?: string;
  /** First words of what was asked, shortened. */
  readonly begins: string;
  /** Moment of recording, which tells two of one asker, day and words apart. */
  readonly createdAt: Instant;
  /** A code of `risk-now`. */
  readonly riskNow: string;
  readonly tier?: string;
  readonly state: EnquiryState;
  readonly repliedOn?: PlainDate;
}

export interface AdviceRow {
  readonly id: RecordId;
  readonly givenOn: PlainDate;
  /** A code of `advice-topic`. */
  readonly topic: string;
  readonly organisation?: string;
  readonly followUpDueOn?: PlainDate;
  readonly followedUpOn?: PlainDate;
}

export const referrals: ListProjection<'referral', ReferralRow> = {
  joins: [
    { kind: 'subject', by: 'subjectId', named: 'by-row' },
    { kind: 'offence', by: 'referralId', named: 'by-other' },
    { kind: 'referrer', by: 'referrerId', named: 'by-row' },
    { kind: 'organisationLink', by: 'referrerId', named: 'by-both' },
    { kind: 'organisationLink', by: 'subjectId', named: 'by-both' },
  ],
  joinsCaptures: true,
  row(referral, joined) {
    const { id, createdAt, value } = referral;
    const { subjectId, receivedOn, status, route, forceArea, localAuthority } = value;
    const [about] = joined('subject');
    const subject = about?.value;
    const organisations = [joined('referrer')[0], about].flatMap((each) =>
      joinedOrganisations(each, joined),
    );
    return {
      id,
      subjectId,
      ...(subject ? { name: subject.name } : {}),
      otherNames: subject?.aliases ?? [],
      references: referralReferences(value),
      receivedOn,
      createdAt,
      status,
      ...(route === undefined ? {} : { route }),
      ...(forceArea === undefined ? {} : { forceArea }),
      ...offenceCodes(joined('offence'), subject),
      ...(organisations.length === 0 ? {} : { organisations: [...new Set(organisations)] }),
      ...(localAuthority === undefined ? {} : { localAuthority }),
      ...(hasConditions(
        [referral, ...joined('offence'), ...joined('referrer')],
        joined('sourceCapture'),
      )
        ? { isConditioned: true }
        : {}),
    };
  },
};

export const identified: ListProjection<'identification', IdentifiedRow> = {
  joins: [{ kind: 'subject', by: 'subjectId', named: 'by-row' }],
  row({ id, value: { subjectId, identifiedOn, reference } }, joined) {
    const subject = joined('subject')[0]?.value;
    return {
      id,
      subjectId,
      ...(subject ? { name: subject.name } : {}),
      otherNames: subject?.aliases ?? [],
      ...(reference === undefined ? {} : { reference }),
      identifiedOn,
    };
  },
};

export const refusals: ListProjection<'refusal', RefusalRow> = {
  joins: [{ kind: 'referral', by: 'referralId', named: 'by-row' }],
  row({ id, value: { refusedOn, reasonCodes, route, keepUntil } }, joined) {
    return {
      id,
      refusedOn,
      reasonCodes,
      ...(route === undefined ? {} : { route }),
      ...(keepUntil === undefined ? {} : { keepUntil }),
      isHeld: joined('referral').length > 0,
    };
  },
};

export const enquiries: ListProjection<'enquiry', EnquiryRow> = {
  joins: [
    { kind: 'decision', by: 'enquiryId', named: 'by-other' },
    { kind: 'referral', by: 'enquiryId', named: 'by-other' },
    { kind: 'refusal', by: 'enquiryId', named: 'by-other' },
    { kind: 'referrer', by: 'referrerId', named: 'by-row' },
  ],
  row(enquiry, joined) {
    const { organisation, name } = joined('referrer')[0]?.value ?? {};
    const asker = organisation ?? name;
    const { reference, receivedOn, route, asked, riskNow, tier, repliedOn } = enquiry.value;
    return {
      id: enquiry.id,
      references: reference === undefined ? [] : [reference],
      receivedOn,
      route,
      begins: firstWords(asked),
      createdAt: enquiry.createdAt,
      riskNow,
      ...(asker === undefined ? {} : { asker }),
      ...(tier === undefined ? {} : { tier }),
      state: enquiryState(enquiry, joined('decision'), [
        ...joined('referral'),
        ...joined('refusal'),
      ]),
      ...(repliedOn === undefined ? {} : { repliedOn }),
    };
  },
};

export const advice: ListProjection<'advice', AdviceRow> = {
  joins: [],
  row({ id, value: { givenOn, topic, organisation, followUpDueOn, followedUpOn } }) {
    return {
      id,
      givenOn,
      topic,
      ...(organisation === undefined ? {} : { organisation }),
      ...(followUpDueOn === undefined ? {} : { followUpDueOn }),
      ...(followedUpOn === undefined ? {} : { followedUpOn }),
    };
  },
};
