import { defineView } from 'twenty-sdk/define';
import { tableViewConfig } from '../define/table-view.ts';

export default defineView(
  tableViewConfig('tagDefinition', 'Tag dictionary', ['name', 'term', 'definition', 'usage', 'status', 'useCount']),
);
