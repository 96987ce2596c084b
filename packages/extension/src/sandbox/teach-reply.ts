/** The teaching worker's answer, checked member by member: the author of the page may have compromised it. */
import { FIELD_PATHS, failed, passed, type Result } from '@cyber-prevent/core';
import { RELEASE_CHANGES } from '@cyber-prevent/core/teach';
import * as v from 'valibot';
import { trouble } from './parse-reply.js';
import { PartIssue } from './part-issue.js';
import type { TeachAnswers, TeachOrder } from './teach-order.js';

/** Longest answer, in UTF-16 code units: a file may have 4 Mi of them. */
const LONGEST = 24 * 1024 * 1024;

const Text = v.string();
const Texts = v.array(Text);
const Whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const Path = v.picklist(FIELD_PATHS);
const Issues = v.pipe(v.array(PartIssue), v.maxLength(1000));
const Anchor = v.looseObject({});

const Value = v.strictObject({
  id: Text,
  label: Text,
  owner: Texts,
  text: Text,
  before: v.exactOptional(Text),
  frame: v.array(v.pipe(v.number(), v.integer())),
  selector: Text,
  labelSelector: v.exactOptional(Text),
  table: v.exactOptional(v.pipe(v.number(), v.integer())),
  row: v.exactOptional(v.pipe(v.number(), v.integer())),
  isOfPeople: v.exactOptional(v.literal(true)),
  suggested: v.exactOptional(Path),
});
const Page = v.strictObject({
  url: Text,
  title: Text,
  values: v.pipe(v.array(Value), v.maxLength(50_000)),
  address: v.exactOptional(
    v.strictObject({
      hosts: Texts,
      paths: Texts,
      query: v.exactOptional(v.record(Text, Text)),
      link: v.exactOptional(v.looseObject({})),
    }),
  ),
});
const Read = v.strictObject({ text: Text, value: Text, issues: Issues });
const SaidToBe = v.array(v.strictObject({ text: Text, path: Path }));
const Proof = v.strictObject({
  isChosen: v.boolean(),
  anchors: v.strictObject({ found: Whole, of: Whole, missed: v.array(Anchor) }),
  fields: v.array(
    v.strictObject({
      path: Path,
      pointedAt: Texts,
      reads: v.array(Read),
      isEqual: v.boolean(),
      missed: Texts,
      alsoTakes: Texts,
      inConflictWith: v.array(Path),
      people: Whole,
      ofOthers: Texts,
      saidToBe: SaidToBe,
    }),
  ),
  proved: v.strictObject({ fields: Whole, of: Whole }),
  fellBack: v.array(Path),
  drift: Issues,
});
const Changes = v.strictObject({
  tried: Whole,
  misread: v.array(
    v.strictObject({
      path: Path,
      change: v.picklist(RELEASE_CHANGES),
      text: Text,
      isTaken: v.boolean(),
    }),
  ),
});
const Another = v.strictObject({
  title: Text,
  fields: v.array(v.strictObject({ path: Path, reads: v.array(Read), saidToBe: SaidToBe })),
});
const Made = v.strictObject({
  issues: Issues,
  proof: Proof,
  changes: Changes,
  others: v.array(Another),
  file: Text,
  lost: v.array(Whole),
  kept: Texts,
  leaves: Texts,
});
const Proved = v.strictObject({
  adapter: Text,
  isProved: v.boolean(),
  pages: Whole,
  message: Text,
});
const Outcome = v.variant('ok', [
  v.strictObject({ ok: v.literal(true), value: v.unknown(), issues: Issues }),
  v.strictObject({ ok: v.literal(false), issues: v.pipe(Issues, v.minLength(1)) }),
]);
const SHAPES = { read: Page, make: Made, prove: Proved };

/** @returns the answer to an order of that kind; an issue if it is not one */
export function readTeachReply<K extends TeachOrder['kind']>(
  kind: K,
  data: unknown,
): Result<TeachAnswers[K]> {
  if (typeof data !== 'string' || data.length > LONGEST) return failed(trouble('parse-broke'));
  try {
    const outcome = v.parse(Outcome, JSON.parse(data));
    if (!outcome.ok) return failed(...outcome.issues);
    const value: unknown = v.parse(SHAPES[kind] as v.GenericSchema, outcome.value);
    return passed(value as TeachAnswers[K], outcome.issues);
  } catch {
    return failed(trouble('parse-broke'));
  }
}
