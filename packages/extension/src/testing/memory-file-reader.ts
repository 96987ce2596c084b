/** Files read and made in memory, for tests of views: the shipped importers, exporters and the real messages, without a worker. */
import { failed } from '@cyber-prevent/core';
import { answerFile } from '../sandbox/file/file-answer.js';
import { fileTrouble } from '../sandbox/file/file-reply.js';
import { type FileService, fileService } from '../sandbox/file/file-service.js';
import { HOSTED } from '../sandbox/file/hosted.js';

export function memoryFileReader(): FileService {
  return fileService(async (order, take, signal) => {
    let outcome: ReturnType<typeof take>;
    await answerFile(order, HOSTED, (reply) => {
      outcome ??= take(structuredClone(reply));
    });
    const trouble = (code: Parameters<typeof fileTrouble>[0]) =>
      failed(fileTrouble(code, order.kind === 'write'));
    return signal?.aborted ? trouble('file-stopped') : (outcome ?? trouble('file-broke'));
  });
}
