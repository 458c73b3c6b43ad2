import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { workViewItemConfig } from '../define/work-view.ts';

export default defineNavigationMenuItem(workViewItemConfig('members-with-access'));
