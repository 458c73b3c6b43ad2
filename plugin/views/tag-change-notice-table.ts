import { defineView } from 'twenty-sdk/define';
import { tableViewConfig } from '../define/table-view.ts';

export default defineView(
  tableViewConfig(
    'tagChangeNotice',
    'All change notices',
    [
      'name',
      'kind',
      'status',
      'company',
      'opportunity',
      'product',
      'member',
      'assignee',
      'occurredAt',
      'dueOn',
      'dueAt',
      'completedAt',
    ],
    { field: 'dueAt', descending: true },
  ),
);
