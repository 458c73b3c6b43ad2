import { defineView } from 'twenty-sdk/define';
import { tableViewConfig } from '../define/table-view.ts';

export default defineView(
  tableViewConfig('tagCalendarDay', ['name', 'date', 'isWorkday', 'reason'], {
    field: 'date',
    descending: true,
  }),
);
