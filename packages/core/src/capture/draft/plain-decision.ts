import type { Decision } from '../draft.js';

export const TAKE: Decision = { kind: 'take' };
export const LEAVE: Decision = { kind: 'leave' };
