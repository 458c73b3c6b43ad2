import { defineView } from 'twenty-sdk/define';
import { tableViewConfig } from '../define/table-view.ts';
import { NOTICE } from './work-views.ts';

export default defineView(
  tableViewConfig('tagChangeNotice', [...NOTICE, 'completedAt'], {
    field: 'dueOn',
    descending: true,
  }),
);
