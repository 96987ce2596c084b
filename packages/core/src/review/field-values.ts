/** Values and texts by their field, as an importer supplies them. */

import type { FieldPath } from '../capture/field/field-path.js';

/** The texts by path, unchanged. Texts of one person or handle have the same position; an empty text fills a gap. */
export type FieldValues = Readonly<Partial<Record<FieldPath, readonly string[]>>>;

/** A text for the values of a path: one for all of them, or one for each in their order. */
export type FieldTexts = Readonly<Partial<Record<FieldPath, string | readonly string[]>>>;
