/** How a person can be reached: of a subject, and of whoever is around them. */
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
