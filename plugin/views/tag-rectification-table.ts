import { defineView } from 'twenty-sdk/define';
import { tableViewConfig } from '../define/table-view.ts';
import { RECTIFICATION } from './work-views.ts';

export default defineView(tableViewConfig('tagRectification', RECTIFICATION, { field: 'issuedAt', descending: true }));
