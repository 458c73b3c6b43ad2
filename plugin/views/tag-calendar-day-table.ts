import { defineView } from 'twenty-sdk/define';
import { tableViewConfig } from '../define/table-view.ts';

export default defineView(
  tableViewConfig('tagCalendarDay', 'Company calendar', ['name', 'date', 'isWorkday', 'reason'], {
    field: 'date',
    descending: true,
  }),
);
