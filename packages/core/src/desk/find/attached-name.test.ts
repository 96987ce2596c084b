import { expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import type { StoredRecord } from '../../store/log/port.js';
import { buildAttachment } from '../../testing/fiction/builder.js';
import { recordTexts } from './record-texts.js';

it('finds an attached file by its name, what it is, who gave it and its note, and by nothing of its bytes', () => {
  const value = buildAttachment({ name: 'bot-screen.png', note: 'The marks are at the bottom.' });
  const record = { kind: 'attachment', id: value.id, value } as unknown as StoredRecord;
  const texts = recordTexts(record, gatherCodeLists()).map(({ path, text }) => [path, text]);
  expect(texts).toEqual([
    ['what', 'Signed notice'],
    ['name', 'bot-screen.png'],
    ['receivedOn', '2026-11-24'],
    ['givenBy', value.givenBy],
    ['source', value.source],
    ['note', 'The marks are at the bottom.'],
  ]);
});
