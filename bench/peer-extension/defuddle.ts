/** Defuddle as in its readme: the main content of the page, as HTML. */
import Defuddle from 'defuddle';
import { answerOf } from './answer.ts';

export const answer = answerOf(() => new Defuddle(document, { url: document.URL }).parse().content);
