// The practice record system's data about one referral. Dates are ISO; `''` and `null` mean that nothing is recorded.

export interface OnlineIdentifier {
  readonly platform: string;
  /** Exactly as shown on the platform, with any sign or number that belongs to it. */
  readonly asSeen: string;
  readonly firstSeenOn: string | null;
}

export interface PracticeSubject {
  readonly familyName: string;
  readonly givenNames: string;
  readonly aliases: readonly string[];
  readonly bornOn: string | null;
  /** Address lines without the postcode. */
  readonly address: readonly string[];
  readonly postcode: string;
  /** School, college or employer. */
  readonly school: string;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly onlineIdentifiers: readonly OnlineIdentifier[];
  readonly sexRecorded: string;
  readonly communicationNeeds: string;
}

export interface PracticeReferrer {
  readonly name: string;
  readonly organisation: string;
  readonly role: string;
  readonly phone: string;
  readonly email: string;
}

export interface PracticeParent {
  readonly name: string;
  readonly relationship: string;
  readonly phone: string;
  readonly email: string;
}

export interface PracticeRecord {
  readonly id: string;
  readonly reference: string;
  readonly otherReferences: readonly string[];
  readonly receivedOn: string;
  readonly subject: PracticeSubject;
  readonly suspectedOffences: readonly string[];
  readonly lawMentioned: readonly string[];
  readonly incidentDates: readonly string[];
  /** Paragraphs with an empty line between them. */
  readonly narrative: string;
  readonly statedRisk: string;
  readonly referrer: PracticeReferrer;
  /** `null` for an adult, or if none is recorded. */
  readonly parent: PracticeParent | null;
}

export const SEXES = ['Female', 'Male', 'Other', 'Not recorded'] as const;

export const STATED_RISKS = ['Not stated', 'Low', 'Medium', 'High'] as const;

export const OFFENCES = [
  'Unauthorised access to computer material',
  'Unauthorised access with intent to commit further offences',
  'Unauthorised acts with intent to impair operation of a computer',
  'Making, supplying or obtaining articles for use in an offence',
  'Fraud by false representation',
] as const;

export function paragraphs(narrative: string): string[] {
  return narrative
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}
