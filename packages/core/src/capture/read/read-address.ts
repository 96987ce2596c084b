import { readText } from './read-text.js';
import type { Reader } from './reader-type.js';

/** Reads an address, keeping its lines and its postcode as displayed: they are a statement of where somebody lives. */
export const readAddress: Reader = readText;
