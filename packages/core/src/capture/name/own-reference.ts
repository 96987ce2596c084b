/**
 * The reference of the record itself, under a label that a system has made: *Contact ID* in the section *Contact*, or
 * *CSIP log code*. Only where the page gives no other, and only one such.
 */
import { labelWords } from '../field/fold-label.js';
import { ownerOfHeadings } from '../field/label-dictionary.js';
import type { NamedValue } from './named-value.js';

/** Capitals for a system, and what it keeps. */
const OF_SYSTEM =
  /^\p{Lu}[\p{Lu}\d&]{1,6}\s+(?:log|case|record|referral|file|contact|episode|plan)\s+(?:ref(?:erence)?|no|number|code|id|urn)\.?\s*:?$/u;
const ENDS = /^(?<kept>.+) (?:id|ref|reference|code|number|urn)$/;
/** Letters, figures and a stroke between them: figures alone may be anything. */
const CODED = /^(?=.{5,30}$)(?=.*\p{L})(?=.*\d{2})[\p{L}\d]+(?:[-/][\p{L}\d]+)+$/u;
const LONGEST_LABEL = 60;

export function withOwnReference(named: readonly NamedValue[]): readonly NamedValue[] {
  if (named.some(({ path }) => path === 'referral.reference')) return named;
  const own = named.filter(isOwn);
  if (new Set(own.map(({ value }) => value.value.trim())).size !== 1) return named;
  return named.map((each) =>
    own.includes(each) ? { ...each, path: 'referral.reference', rule: 'form-of-words' } : each,
  );
}

function isOwn({ value, path, isStrangers, person }: NamedValue): boolean {
  const { label, owner, row } = value;
  if (path !== undefined || isStrangers || person || row || !value.visible) return false;
  if (label.length > LONGEST_LABEL || !CODED.test(value.value.trim())) return false;
  const heading = ownerOfHeadings(owner);
  if (heading !== undefined && heading !== 'referral') return false;
  const kept = ENDS.exec(labelWords(label))?.groups?.kept;
  return OF_SYSTEM.test(label) || (kept !== undefined && kept === labelWords(owner.at(-1) ?? ''));
}
