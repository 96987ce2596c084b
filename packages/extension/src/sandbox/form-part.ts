/**
 * The parser's answer about a form, checked member by member: the author of the page may have compromised the parser.
 */
import { FILL_KINDS, FILL_PATHS, LABEL_METHODS } from '@cyber-prevent/core';
import type { NamedForm } from '@cyber-prevent/core/fill';
import * as v from 'valibot';

export interface FormPart {
  readonly form: NamedForm;
  readonly title: string;
  /** Candidates for the reference under which the system keeps the record, the likeliest first. */
  readonly references: readonly string[];
}

const Text = v.pipe(v.string(), v.maxLength(100_000));
const Words = v.pipe(v.string(), v.maxLength(2000));
const Place = v.pipe(v.number(), v.integer(), v.minValue(0));

const Target = v.strictObject({
  frame: v.array(Place),
  selector: Words,
  tag: Words,
  type: Words,
  name: Words,
});

const Facts = v.strictObject({
  target: Target,
  value: Text,
  isTicked: v.boolean(),
  isDisabled: v.boolean(),
  isReadOnly: v.boolean(),
  limit: v.exactOptional(Place),
  formats: v.exactOptional(v.array(Words)),
  options: v.exactOptional(
    v.array(
      v.strictObject({ value: Words, text: Words, isDisabled: v.exactOptional(v.literal(true)) }),
    ),
  ),
  isMultiple: v.exactOptional(v.literal(true)),
  submits: v.exactOptional(v.literal(true)),
});

const Control = v.strictObject({
  id: Words,
  target: Target,
  label: Words,
  method: v.exactOptional(v.picklist(LABEL_METHODS)),
  owner: v.array(Words),
  kind: v.picklist(['text', 'long-text', 'list', 'radio', 'tick', 'rich-text', 'widget']),
  option: v.exactOptional(Words),
  question: v.exactOptional(Words),
  datePart: v.exactOptional(v.picklist(['day', 'month', 'year'])),
  hint: v.exactOptional(Words),
  isShown: v.boolean(),
  facts: Facts,
});

const Named = v.strictObject({
  control: Control,
  path: v.exactOptional(v.picklist(FILL_PATHS)),
  by: v.exactOptional(v.picklist(['adapter', 'reading'])),
  isSuppressed: v.exactOptional(v.literal(true)),
  choices: v.exactOptional(v.record(v.string(), Words)),
});

const Days = v.pipe(v.array(v.pipe(v.string(), v.isoDate())), v.maxLength(20));

const Part = v.strictObject({
  form: v.strictObject({
    kind: v.picklist(FILL_KINDS),
    controls: v.pipe(v.array(Named), v.maxLength(2000)),
    url: Words,
    dates: v.exactOptional(
      v.pipe(v.array(v.pipe(v.string(), v.regex(/^[dmy./ -]{3,20}$/i))), v.maxLength(100)),
    ),
    person: v.exactOptional(
      v.strictObject({
        names: v.pipe(v.array(Words), v.maxLength(20)),
        born: Days,
      }),
    ),
    shown: v.exactOptional(
      v.pipe(
        v.array(
          v.strictObject({
            text: v.pipe(v.string(), v.maxLength(100)),
            label: v.exactOptional(Words),
            named: v.exactOptional(v.picklist(['own', 'any'])),
          }),
        ),
        v.maxLength(200),
      ),
    ),
    lines: v.exactOptional(
      v.pipe(
        v.array(
          v.strictObject({
            text: v.pipe(v.string(), v.maxLength(200)),
            place: v.picklist(['title', 'heading', 'trail', 'line']),
            born: Days,
            bracketed: Days,
            isOfOthers: v.exactOptional(v.literal(true)),
          }),
        ),
        v.maxLength(60),
      ),
    ),
    adapter: v.exactOptional(v.strictObject({ id: Words, title: Words, version: Words })),
  }),
  title: Words,
  references: v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(10)),
});

/** @throws {TypeError} when it is not an answer of our parser */
export function readFormPart(json: string): FormPart {
  const read = v.safeParse(Part, JSON.parse(json));
  if (!read.success) throw new TypeError('Not a form of a page');
  return read.output as unknown as FormPart;
}
