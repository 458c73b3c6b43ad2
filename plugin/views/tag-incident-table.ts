import { defineView } from 'twenty-sdk/define';
import { tableViewConfig } from '../define/table-view.ts';

export default defineView(
  tableViewConfig('tagIncident', ['name', 'member', 'occurredOn', 'status', 'tagGroups', 'measure'], {
    field: 'occurredOn',
    descending: true,
  }),
);
