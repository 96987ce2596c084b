/** Rows of identifiers: whose they are, or nobody’s. */
import { identifierKey, identifierType, PLATFORM_ACCOUNT } from '../../../match/identifier.js';
import type { OnlineIdentifier } from '../../../record/online-identifier.js';
import { civilDay } from '../../../shared/civil-day.js';
import { writtenDate } from '../../../shared/dates.js';
import type { PlainDate, RecordId } from '../../../shared/primitives.js';
import type { LabelOf } from '../../act/happened.js';
import type { ListProjection } from '../../act/list-projection.js';
import { hasConditions } from '../../handling/on-file.js';
import { isBareIpAddress } from './identifier-issues.js';

/** An identifier as seen, its type, and the person that it is said of. */
export interface IdentifierRow {
  readonly id: RecordId;
  /** Absent if it is on nobody. */
  readonly subjectId?: RecordId;
  /** Absent if it is on nobody, or the subject is no longer held. */
  readonly name?: string;
  readonly otherNames: readonly string[];
  /** A code of `identifier-type`. */
  readonly type: string;
  /** A code of `online-platform`. */
  readonly platform?: string;
  readonly asSeen: string;
  /** The form by which it is compared, if it is another. */
  readonly canonical?: string;
  /** Rows that have it in common are of one identifier. */
  readonly key: string;
  readonly firstSeenOn: PlainDate;
  readonly lastSeenOn: PlainDate;
  /** A code of `identifier-confidence`. */
  readonly confidence?: string;
  /** Absent while it stands. */
  readonly endedOn?: PlainDate;
  readonly recordedOn: PlainDate;
  /** True if conditions stand on it. */
  readonly isConditioned?: true;
}

export const identifiers: ListProjection<'onlineIdentifier', IdentifierRow> = {
  joins: [{ kind: 'subject', by: 'subjectId', named: 'by-row' }],
  joinsCaptures: true,
  row(record, joined) {
    const { id, value, createdAt } = record;
    const { subjectId, platform, asSeen, canonical, firstSeenOn, lastSeenOn } = value;
    const { confidence, endedOn } = value;
    const subject = joined('subject')[0]?.value;
    return {
      id,
      ...(subjectId === undefined ? {} : { subjectId }),
      ...(subject ? { name: subject.name } : {}),
      otherNames: subject?.aliases ?? [],
      type: identifierType(value),
      ...(platform === undefined ? {} : { platform }),
      asSeen,
      ...(canonical === undefined || canonical === asSeen ? {} : { canonical }),
      key: identifierKey(value),
      firstSeenOn,
      lastSeenOn: lastSeenOn ?? firstSeenOn,
      ...(confidence === undefined ? {} : { confidence }),
      ...(endedOn === undefined ? {} : { endedOn }),
      recordedOn: civilDay(createdAt),
      ...(hasConditions([record], joined('sourceCapture')) ? { isConditioned: true } : {}),
    };
  },
};

/** The identifier with its platform or its type, and of an IP address the moment at which it was used. */
export function identifierWords(
  value: Pick<OnlineIdentifier, 'type' | 'platform' | 'asSeen' | 'seenAt'>,
  label: LabelOf,
): string {
  const { platform } = value;
  const type = identifierType(value);
  const of = [
    ...(platform ? [label('online-platform', platform)] : []),
    ...(type === PLATFORM_ACCOUNT ? [] : [label('identifier-type', type)]),
    ...momentWords(value),
  ].join(', ');
  return of === '' ? value.asSeen : `${value.asSeen} (${of})`;
}

/**
 * The identifier as it goes to anybody else: an IP address never without the moment at which it was used. One that an
 * earlier release kept as something else says that nobody recorded it.
 */
export function withMoment<T extends Pick<OnlineIdentifier, 'type' | 'asSeen' | 'seenAt'>>(
  value: T,
): T {
  const [words = isBareIpAddress(value) ? WITHOUT_MOMENT : undefined] = momentWords(value);
  if (words === undefined) return value;
  const canonical: unknown = Reflect.get(value, 'canonical');
  return {
    ...value,
    asSeen: `${value.asSeen} (${words})`,
    ...(typeof canonical === 'string' ? { canonical: `${canonical} (${words})` } : {}),
  };
}

const WITHOUT_MOMENT = 'IP address; when it was used was not recorded';

function momentWords({ seenAt }: Pick<OnlineIdentifier, 'seenAt'>): readonly string[] {
  return seenAt ? [`used on ${writtenDate(seenAt.on)} at ${seenAt.at} ${seenAt.zone}`] : [];
}
