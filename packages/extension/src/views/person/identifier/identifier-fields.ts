/** The fields of an identifier that a form asks for, by its type. */
import { identifierType } from '@cyber-prevent/core';
import { askedOf } from '../../../components/asked-of.js';
import { asText, type FormValues, type ShownWhen } from '../../../components/form-values.js';

/** Fields that only an identifier of somebody has. */
const OF_SOMEBODY = ['confidence', 'saidBy'] as const;
const SET_APART = ['lookedOn', 'endedOn', 'endedWhy'] as const;

export const ASKED_ON_PERSON = askedOf('onlineIdentifier', { without: SET_APART });

export const ASKED_ON_NOBODY = askedOf('onlineIdentifier', {
  without: [...SET_APART, ...OF_SOMEBODY],
});

/** Fields that an attribution asks for. */
export const ASKED_OF_ATTRIBUTION: readonly string[] = OF_SOMEBODY;

const isAccount = ({ type }: FormValues): boolean =>
  ['platform-account', 'other'].includes(identifierType({ type: asText(type) }));

/** A platform is of an account, and a moment of an IP address. */
export const SHOWN_BY_TYPE: ShownWhen = {
  platform: isAccount,
  platformId: isAccount,
  seenAt: ({ type }) => type === 'ip-address',
};
