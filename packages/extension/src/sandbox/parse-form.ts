/**
 * The controls of a form, and the references that the page names, in the worker: names for controls, and nothing typed.
 */
import {
  failed,
  knowsLabel,
  PreventError,
  parseSnapshot,
  passed,
  type Result,
  readPage,
} from '@cyber-prevent/core';
import { findReferences, nameForm } from '@cyber-prevent/core/fill';
import type { FormPart } from './form-part.js';
import { trouble } from './parse-reply.js';
import type { ParseRequest } from './parse-request.js';

/** Never throws: the next request must find the worker unchanged. */
export function parseForm(request: Extract<ParseRequest, { kind: 'form' }>): Result<FormPart> {
  try {
    const snapshot = parseSnapshot(request.pieces.join(''));
    if (!snapshot.ok) return snapshot;
    const { of: kind, settings } = request;
    const { adapters } = settings;
    const reading = readPage(snapshot.value, { knows: knowsLabel });
    return passed({
      form: nameForm(snapshot.value, reading, { kind, adapters }),
      title: reading.title,
      references: findReferences(snapshot.value, reading, { kind, adapters }).map(
        ({ text }) => text,
      ),
    });
  } catch (error) {
    const issue = trouble('parse-broke');
    return failed(error instanceof PreventError ? { ...issue, message: error.message } : issue);
  }
}
