import { readText } from './read-text.js';
import type { Reader } from './reader-type.js';

/** An address keeps the lines that it was shown in, and its postcode: it says where somebody was said to live. */
export const readAddress: Reader = readText;
