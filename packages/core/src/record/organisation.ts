/**
 * An organisation that people, referrals and incidents have to do with: a school, a council, a company. It names no
 * subject and is not about one. What is said of it changes by dated acts; an earlier name stays.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line, Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';
import { from, until } from './time-span.js';

/** A name that it had, up to its last day. */
export const EarlierName = v.strictObject({
  name: field(Line, { label: 'Name' }),
  until: field(PlainDate, {
    label: 'Until',
    called: 'the last day of the name',
    input: 'date',
    hasCome: true,
  }),
});

/** A number or code that a register gives it. */
export const OrganisationIdentifier = v.strictObject({
  scheme: field(codeList('organisation-identifier'), {
    label: 'Kind of identifier',
    called: 'the kind of identifier',
  }),
  value: field(Line, { label: 'Identifier', called: 'the identifier' }),
});
export type OrganisationIdentifier = v.InferOutput<typeof OrganisationIdentifier>;

/** Somebody to speak to there, in a role and from a day. */
export const OrganisationContact = v.strictObject({
  name: field(Line, { label: 'Name', called: 'the name of the contact', sensitivity: 'personal' }),
  role: v.optional(field(Line, { label: 'Role' })),
  phone: v.optional(
    field(Line, { label: 'Telephone', called: 'a telephone number', sensitivity: 'personal' }),
  ),
  email: v.optional(
    field(Line, { label: 'Email address', called: 'an email address', sensitivity: 'personal' }),
  ),
  from,
  until,
});
export type OrganisationContact = v.InferOutput<typeof OrganisationContact>;

export const Organisation = v.strictObject({
  id: ownId(),
  kind: field(codeList('organisation-kind'), {
    label: 'Kind of organisation',
    called: 'the kind of organisation',
  }),
  name: field(Line, { label: 'Name', called: 'the name of the organisation' }),
  town: v.optional(
    field(Line, {
      label: 'Town or city',
      called: 'the town or city',
      hint: 'It tells two of one name apart',
    }),
  ),
  earlierNames: v.optional(field(v.array(EarlierName), { label: 'Earlier names' })),
  identifiers: v.optional(
    field(v.array(OrganisationIdentifier), {
      label: 'Identifiers',
      called: 'an identifier',
      hint: 'For example the URN of a school',
    }),
  ),
  address: v.optional(field(Narrative, { label: 'Address', input: 'narrative' })),
  postcode: v.optional(field(Line, { label: 'Postcode' })),
  phone: v.optional(field(Line, { label: 'Telephone', called: 'a telephone number' })),
  emailDomains: v.optional(
    field(v.array(Line), {
      label: 'Email domains',
      called: 'an email domain',
      hint: 'The part after the @, one on each line',
    }),
  ),
  website: v.optional(field(Line, { label: 'Website' })),
  contacts: v.optional(
    field(v.array(OrganisationContact), {
      label: 'Contacts',
      called: 'a contact',
      hint: 'People to speak to in their work, and nobody that a case is about',
      sensitivity: 'personal',
    }),
  ),
  /** A trust or a council. */
  partOf: v.optional(refersTo('organisation', 'Part of', 'a larger organisation')),
  openedOn: v.optional(
    field(PlainDate, {
      label: 'Opened on',
      called: 'the day it opened',
      input: 'date',
      hasCome: true,
    }),
  ),
  closedOn: v.optional(
    field(PlainDate, {
      label: 'Closed on',
      called: 'the day it closed',
      input: 'date',
      hasCome: true,
    }),
  ),
  /** The organisation that it is now: readers follow it, and no link is rewritten. */
  becameId: v.optional(refersTo('organisation', 'Became', 'the organisation that it became')),
  becameHow: v.optional(field(codeList('organisation-became'), { label: 'How it became that' })),
  becameOn: v.optional(
    field(PlainDate, {
      label: 'From',
      called: 'the day it became that',
      input: 'date',
      hasCome: true,
    }),
  ),
  becameWhy: v.optional(
    field(Narrative, { label: 'How you know', called: 'how you know', input: 'narrative' }),
  ),
  note: v.optional(
    field(Narrative, {
      label: 'Note',
      hint: 'About the organisation. Write about a person on their record',
      input: 'narrative',
      sensitivity: 'personal',
    }),
  ),
});
export type Organisation = v.InferOutput<typeof Organisation>;
