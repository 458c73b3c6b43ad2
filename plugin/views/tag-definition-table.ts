import { defineView } from 'twenty-sdk/define';
import { tableViewConfig } from '../define/table-view.ts';

export default defineView(
  tableViewConfig(
    'tagDefinition',
    [
      'name',
      'objectName',
      'term',
      'definition',
      'status',
      'requiredFrom',
      'isMajorChange',
      'replacedBy',
      'useCount',
      'problems',
    ],
    { field: 'objectName' },
    { field: 'term' },
  ),
);
