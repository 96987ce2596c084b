/** The source of a value: the capture, the label it was read by, and the officer's change. */
import * as v from 'valibot';
import { RecordId } from '../shared/primitives.js';

export const SourceRef = v.strictObject({
  /** The source-capture record. */
  capture: RecordId,
  /** The label on the page, as displayed; for typed values the question that was asked. */
  label: v.string(),
  /** Headings that named the owner of the value, outermost first. */
  owner: v.array(v.string()),
  /** The exact text on the page. */
  verbatim: v.string(),
  /** Frame path, and selector within the frame. */
  frame: v.array(v.number()),
  selector: v.string(),
  visible: v.boolean(),
  /** The officer's choice: `take-corrected` keeps `verbatim` next to a value that differs from it. */
  decision: v.picklist(['take', 'take-corrected']),
  /** Fact, report, opinion or inference, if the officer chose (DPA 2018 s.38(2)): a code of `statement-type`. */
  statement: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/))),
});
export type SourceRef = v.InferOutput<typeof SourceRef>;

/** Sources by property path of the record, `bornOn`, `phones[0]`. */
export type Sources = Readonly<Record<string, readonly SourceRef[]>>;
