/** The legal gateway by which something about a person leaves: one that is named, and that is one. */
import { type CodeLists, codeInForce } from '../../codes/code-list.js';
import type { Issue } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import { issueOf } from './issue-of.js';

export interface NamedGateway {
  /** A code of `legal-gateway`. */
  readonly gateway?: string | undefined;
  /** The Act and section, if the gateway is not in the list. */
  readonly gatewayNote?: string | undefined;
}

/** Codes that are not gateways: nothing can leave by them. */
const NO_GATEWAY: ReadonlySet<string> = new Set(['not-known', 'nothing-shared']);

/** An issue if the gateway is missing, is none, or is another one that is not named. */
export function gatewayIssues(
  { gateway = '', gatewayNote = '' }: NamedGateway,
  lists: CodeLists,
  today: PlainDate,
): readonly Issue[] {
  return [
    ...(codeInForce(lists, 'legal-gateway', gateway, today) ? [] : [GATEWAY_MISSING]),
    ...(NO_GATEWAY.has(gateway) ? [GATEWAY_NOT_KNOWN] : []),
    ...(gateway === 'other' && gatewayNote.trim() === '' ? [GATEWAY_UNNAMED] : []),
  ];
}

const GATEWAY_MISSING = issueOf('missing', 'gateway', 'Select the legal gateway');
const GATEWAY_NOT_KNOWN = issueOf(
  'gateway-not-known',
  'gateway',
  'Nothing may leave while the legal gateway is not known. Find out which one it is, and select it. If there is none, do not share.',
);
const GATEWAY_UNNAMED = issueOf(
  'missing',
  'gatewayNote',
  'Enter the Act and section of the gateway',
);
