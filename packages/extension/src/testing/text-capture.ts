/** Capture service that reads pasted text with the core's own reading, and no page. */
import { type Draft, openDraft, passed, readingOfText } from '@cyber-prevent/core';
import { testHost } from '@cyber-prevent/core/testing';
import type { CaptureService } from '../ports/capture-service.js';
import { noPageToKeep } from './no-page-to-keep.js';

const none = async () => undefined;

export function textCapture(): CaptureService {
  const read = (text: string, source: string): Draft =>
    openDraft({
      reading: readingOfText(text, { title: source }),
      adapters: [],
      way: 'paste',
      host: testHost(),
      origin: { system: source, title: source },
    });
  return {
    granted: none,
    subscribe: () => () => undefined,
    fromTab: async () => passed(read('', '')),
    readWith: none,
    fromFile: async () => passed(read('', '')),
    fromText: async (text, source) => passed(read(text, source)),
    copyOf: () => undefined,
    pageToKeep: noPageToKeep,
    highlight: async () => true,
  };
}
