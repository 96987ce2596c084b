/**
 * Conditions that a page shows of what is on it: a grade such as `[1CP]`, handling codes, a package reference. They are
 * offered to the officer, and nothing takes them by itself.
 */
import type { Draft } from '../capture/draft.js';
import type { RecordId } from '../shared/primitives.js';

/** `[1CP]`, `2BC A1 S2`: the source, the assessment, the handling code and its conditions. */
const GRADE = /(?<![\w])[1-3][A-E]([PC])(?:[\s,/]+(A[1-3]))?(?:[\s,/]+(S[12]))?(?![\w])/;
const CODE = /handling(?:\s+code)?\s*[:=]?\s*([PC])(?![\w])/i;
const ACTION = /(?<![\w])(A[1-3])(?![\w])/;
const SANITISATION = /(?<![\w])(S[12])(?![\w])/;
/** Labels under which single codes are read: elsewhere A1 is a road. */
const OF_HANDLING = /handling|grade|grading|3\s*x\s*5\s*x\s*2|condition/i;
const OF_PACKAGE =
  /^(?:national\s+)?(?:package|intelligence\s+report|report|ir)\s+(?:reference|ref|number|no|urn)\b|^package$/i;
const OF_CONDITIONS =
  /^(?:handling\s+(?:instructions|conditions)|conditions?\s+of\s+(?:use|release)|caveat|dissemination\s+caveat)\b/i;

/** The conditions that a page shows, each only if it does. */
type Shown = {
  readonly [K in
    | 'packageReference'
    | 'handlingCode'
    | 'handlingAction'
    | 'handlingSanitisation'
    | 'conditions']?: string;
};

/** Conditions that a reading shows of itself; empty if it shows none. */
export function shownHandling({ rows }: Pick<Draft, 'rows'>, origin: RecordId): Shown {
  const own = rows.filter((row) => row.origin === origin);
  const found: { -readonly [K in keyof Shown]: Shown[K] } = {};
  for (const { label, raw } of own) {
    const isOfHandling = OF_HANDLING.test(label);
    const grade = isOfHandling || raw.includes('[') ? GRADE.exec(raw) : null;
    const code = grade?.[1] ?? CODE.exec(`${label}: ${raw}`)?.[1]?.toUpperCase();
    if (code) found.handlingCode ??= code;
    const action = grade?.[2] ?? (isOfHandling ? ACTION.exec(raw)?.[1] : undefined);
    if (action) found.handlingAction ??= action;
    const sanitisation = grade?.[3] ?? (isOfHandling ? SANITISATION.exec(raw)?.[1] : undefined);
    if (sanitisation) found.handlingSanitisation ??= sanitisation;
    if (OF_PACKAGE.test(label.trim()) && raw.trim() !== '')
      found.packageReference ??= raw.trim().slice(0, 200);
    if (OF_CONDITIONS.test(label.trim()) && raw.trim() !== '') found.conditions ??= raw.trim();
  }
  return found;
}
