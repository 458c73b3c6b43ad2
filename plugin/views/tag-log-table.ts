import { defineView } from 'twenty-sdk/define';
import { tableViewConfig } from '../define/table-view.ts';

export default defineView(
  tableViewConfig('tagLog', 'Policy log', ['name', 'kind', 'tag', 'before', 'after', 'by', 'at', 'onTime']),
);
