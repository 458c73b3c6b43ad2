import { defineView } from 'twenty-sdk/define';
import { tableViewConfig } from '../define/table-view.ts';

export default defineView(
  tableViewConfig(
    'tagLog',
    [
      'name',
      'at',
      'kind',
      'company',
      'opportunity',
      'product',
      'member',
      'tag',
      'before',
      'after',
      'by',
      'byName',
      'responsibleName',
      'passedPoints',
      'failedPoints',
      'dueOn',
      'onTime',
      'note',
    ],
    { field: 'at', descending: true },
  ),
);
