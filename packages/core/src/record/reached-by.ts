/** Contact details of a person: a subject, or anyone around them. */
import * as v from 'valibot';
import { Line } from '../shared/primitives.js';
import { field } from './field.js';

export const phones = field(v.array(Line), {
  label: 'Telephone',
  called: 'a telephone number',
  sensitivity: 'personal',
});

export const emails = field(v.array(Line), {
  label: 'Email address',
  called: 'an email address',
  sensitivity: 'personal',
});
