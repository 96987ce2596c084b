/** Values and texts by the field that they are for, as an importer hands them over. */

import type { FieldPath } from '../capture/field/field-path.js';

/** The texts by path, as they stood. Texts of one person or handle stand at one position; an empty text keeps the place. */
export type FieldValues = Readonly<Partial<Record<FieldPath, readonly string[]>>>;

/** A text beside the values of a path: one that holds for all of them, or one for each in their order. */
export type FieldTexts = Readonly<Partial<Record<FieldPath, string | readonly string[]>>>;
