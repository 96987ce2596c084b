import { createMemoryStore, gatherCodeLists, keepingLaw } from '@cyber-prevent/core';
import { memoryServices, TEST_OFFICER } from './memory-services.js';
import { memorySigner } from './memory-signer.js';

/** A store in memory under the law of the keeper. */
export async function lawfulStore() {
  const { host } = await memoryServices();
  const officer = { regime: 'part3', policyReference: 'APD-2026-07', practice: true } as const;
  const gate = keepingLaw({ host, lists: gatherCodeLists(), officer: () => officer });
  return createMemoryStore({ host, signer: await memorySigner(TEST_OFFICER.id), gate });
}
