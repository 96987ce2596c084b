/** The input of first run, checked: the officer's details, and an acceptable passphrase. */
import { failed, type Issue, Line, passed, type RecordId, type Result } from '@cyber-prevent/core';
import * as v from 'valibot';
import { Officer } from '../ports/officer.js';
import type { VaultSetup } from '../ports/services.js';
import { passphraseIssue } from '../vault/passphrase.js';

const ASKED: Readonly<Record<string, string>> = {
  name: 'Enter your name',
  number: 'Enter your collar or warrant number',
  force: 'Select your force',
  role: 'Enter your role',
  regime: 'Select which rules apply',
  policyReference: 'Enter the reference of the appropriate policy document, or leave it out',
};

/** @returns the reference without spaces around it; empty for none */
export function checkPolicy(typed: string): Result<string> {
  const reference = typed.trim();
  const read = v.safeParse(Line, reference);
  if (reference === '' || read.success) return passed(reference);
  const [{ message }] = read.issues;
  return failed({ code: 'setup-invalid', message, at: 'policyReference', severity: 'error' });
}

/** @returns the officer, or every issue at once */
export function checkSetup(setup: VaultSetup, id: RecordId): Result<Officer> {
  const { kind: _, passphrase, ...said } = setup;
  const officer = v.safeParse(Officer, { ...said, id });
  const issues = (officer.issues ?? []).map((issue): Issue => {
    const at = v.getDotPath(issue) ?? 'name';
    const asked = issue.type === 'max_length' ? issue.message : (ASKED[at] ?? issue.message);
    return { code: 'setup-invalid', message: asked, at, severity: 'error' };
  });
  const weak = passphraseIssue(passphrase);
  if (weak) issues.push(weak);
  return officer.success && issues.length === 0 ? passed(officer.output) : failed(...issues);
}
