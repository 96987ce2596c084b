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
} from './code-list.js';
export { gatherCodeLists } from './shipped.js';
