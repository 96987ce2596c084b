/** The diary from a page's side. */
import type { DiaryService } from '../../ports/diary-service.js';
import { deepFreeze } from '../freeze.js';
import type { Line } from './line.js';

export function clientDiary(line: Line): DiaryService {
  return { read: async (to) => deepFreeze(await line.ask('diary', [to])) };
}
