import { defineView } from 'twenty-sdk/define';
import { tableViewConfig } from '../define/table-view.ts';

export default defineView(
  tableViewConfig(
    'tagDefinition',
    ['name', 'objectName', 'term', 'definition', 'usage', 'status', 'useCount', 'problems'],
    { field: 'objectName' },
    { field: 'term' },
  ),
);
