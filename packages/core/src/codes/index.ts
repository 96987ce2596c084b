export {
  CODE_LIST_STATUSES,
  type Code,
  CodeList,
  type CodeListMetadata,
  type CodeLists,
  codeDone,
  codeInForce,
  codeLabel,
  codeList,
  codesInForce,
  fitsWith,
  type ListOrigin,
  type ListRecall,
} from './code-list.js';
export { firstCodeLists } from './first-lists.js';
export { gatherCodeLists } from './shipped.js';
