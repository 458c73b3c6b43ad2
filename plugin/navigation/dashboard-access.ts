import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { dashboardItemConfig } from '../define/dashboard.ts';

export default defineNavigationMenuItem(dashboardItemConfig('access'));
