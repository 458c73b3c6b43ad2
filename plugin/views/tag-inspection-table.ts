import { defineView } from 'twenty-sdk/define';
import { tableViewConfig } from '../define/table-view.ts';
import { INSPECTION } from './work-views.ts';

export default defineView(tableViewConfig('tagInspection', INSPECTION, { field: 'period', descending: true }));
